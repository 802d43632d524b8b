// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Custom;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of OpenAI's APIs and of those who speak them. Input includes what was read from and written to the cache,
 * and sound and images; output includes reasoning, sound, and predicted text that was rejected. Some hosts count reasoning
 * apart, which our table of hosts says, or the total gives away.
 *
 * @param usage the counts; may be missing
 * @param reading how the host counts
 */
record OpenAiUsage(Node usage, Reading reading) {
    private static final int TICKS_DIGITS = 10; // 10,000,000,000 ticks are a dollar (docs.x.ai, cost tracking)

    /** Reads the counts; null if there are none. */
    static @Nullable Usage of(Node usage) {
        return new OpenAiUsage(usage, Reading.PLAIN).read();
    }

    /** The tokens; null if none were told. */
    @Nullable
    Usage read() {
        OptionalLong prompt = either("prompt_tokens", "input_tokens");
        OptionalLong completion = either("completion_tokens", "output_tokens");
        if (prompt.isEmpty() && completion.isEmpty()) {
            return null;
        }
        long in = atLeastZero(prompt);
        long out = atLeastZero(completion);
        return tools(output(input(in, out), in, out));
    }

    private Usage input(long prompt, long completion) {
        Node details = details("prompt_tokens_details", "input_tokens_details");
        CacheCounts cache = new CacheCounts(usage, details);
        long all = cache.leavesOutWritten(prompt, completion) ? prompt + cache.written() : prompt;
        long read = Math.min(all, cache.read());
        long written = Math.min(all - read, cache.written());
        long forLong = Math.min(written, cache.writtenForLong());
        long rest = all - read - written;
        long sound = count(details, "audio_tokens");
        long fresh = Math.min(rest, sound);
        long heard = Math.min(read, sound - fresh); // more than is left: some of it was cached
        long images = Math.min(rest - fresh, count(details, "image_tokens"));
        return new Usage(
                Map.of(
                        TokenKind.INPUT, rest - fresh - images,
                        TokenKind.IMAGE_INPUT, images,
                        TokenKind.AUDIO_INPUT, fresh,
                        TokenKind.CACHE_READ, read - heard,
                        TokenKind.AUDIO_CACHE_READ, heard,
                        TokenKind.CACHE_WRITE, written - forLong,
                        TokenKind.CACHE_WRITE_LONG, forLong),
                Map.of());
    }

    private Usage output(Usage input, long prompt, long completion) {
        Node details = details("completion_tokens_details", "output_tokens_details");
        long thought = count(details, "reasoning_tokens");
        long all = isApart(prompt, completion, thought) ? completion + thought : completion;
        long reasoning = Math.min(thought, all);
        long sound = Math.min(all - reasoning, count(details, "audio_tokens"));
        return input.with(TokenKind.OUTPUT, all - reasoning - sound)
                .with(TokenKind.REASONING, reasoning)
                .with(TokenKind.AUDIO_OUTPUT, sound);
    }

    /** Whether reasoning is missing in the output: the total only adds up with it, or the host is known for it. */
    private boolean isApart(long prompt, long completion, long reasoning) {
        long total = count(usage, "total_tokens");
        return reasoning > 0
                && (total == prompt + completion + reasoning
                        || reading.has(Custom.REASONING_APART) && total != prompt + completion);
    }

    /** With what a provider did beside tokens: LiteLLM passes on Anthropic's searches, xAI's chat told the sources it read. */
    private Usage tools(Usage tokens) {
        return tokens.withTool("web_search", count(usage.get("server_tool_use"), "web_search_requests"))
                .withTool("live_search", count(usage, "num_sources_used"));
    }

    /** What changes every price at the host. */
    List<String> surcharges() {
        return Custom.surcharges(reading.customs());
    }

    /** What the host says the call cost, in USD, where it is known to say so. */
    Optional<BigDecimal> charged() {
        if (reading.has(Custom.TELLS_TICKS)) {
            return Amount.of(usage.get("cost_in_usd_ticks")).map(ticks -> ticks.movePointLeft(TICKS_DIGITS));
        }
        return reading.has(Custom.TELLS_COST) ? cost() : Optional.empty();
    }

    /** Where the user's own key was used upstream, that bill comes on top of the host's. */
    private Optional<BigDecimal> cost() {
        Optional<BigDecimal> cost = Amount.of(usage.get("cost"));
        return cost.flatMap(fee -> usage.get("is_byok").isTrue()
                ? Amount.of(usage.get("cost_details").get("upstream_inference_cost"))
                        .map(fee::add)
                : cost);
    }

    private Node details(String one, String other) {
        return Stream.of(usage.get(one), usage.get(other))
                .filter(Node::isPresent)
                .findFirst()
                .orElse(usage.get(other));
    }

    private OptionalLong either(String one, String other) {
        OptionalLong count = usage.get(one).asLong();
        return count.isPresent() ? count : usage.get(other).asLong();
    }

    private static long count(Node holder, String field) {
        return atLeastZero(holder.get(field).asLong());
    }

    private static long atLeastZero(OptionalLong count) {
        return Math.max(0, count.orElse(0));
    }
}
