// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of Anthropic's API. A stream tells them several times, each time all there is so far: the last value of
 * each field counts, and none are added up. Input excludes what was read from and written to the cache. What a compaction of
 * the conversation took stands apart, among the iterations, and is billed on top. So does what another model took, at that one's
 * prices: an advisor, or one that refused in the middle of its answer before a fallback gave it (Claude docs, advisor tool and
 * refusals and fallback).
 */
final class AnthropicUsage {
    private static final int UNTOLD = -1;

    private long input = UNTOLD;
    private long read;
    private long written;
    private long writtenShort;
    private long writtenLong;
    private long output = UNTOLD;
    private long thinking;
    private long searches;
    private long fetches;
    private String place = "";
    private String speed = "";
    private Usage compactions = Usage.NONE;
    private boolean mixed;

    /** Takes over what these counts tell. */
    void tell(Node counts) {
        input = told(counts.get("input_tokens"), input);
        read = told(counts.get("cache_read_input_tokens"), read);
        written = told(counts.get("cache_creation_input_tokens"), written);
        writtenShort = told(counts.get("cache_creation").get("ephemeral_5m_input_tokens"), writtenShort);
        writtenLong = told(counts.get("cache_creation").get("ephemeral_1h_input_tokens"), writtenLong);
        output = told(counts.get("output_tokens"), output);
        thinking = told(counts.get("output_tokens_details").get("thinking_tokens"), thinking);
        searches = told(counts.get("server_tool_use").get("web_search_requests"), searches);
        fetches = told(counts.get("server_tool_use").get("web_fetch_requests"), fetches);
        place = told(counts.get("inference_geo"), place);
        speed = told(counts.get("speed"), speed);
        if (counts.get("iterations").isPresent()) {
            compactions = compactions(counts.get("iterations"));
            mixed = isMixed(counts.get("iterations"));
        }
    }

    /** Whether the counts leave out what another model is billed for. */
    private static boolean isMixed(Node iterations) {
        return has(iterations, "advisor_message")
                || has(iterations, "fallback_message")
                        && iterations.items().stream()
                                .filter(iteration -> iteration.get("type").is("message"))
                                .anyMatch(refused ->
                                        refused.get("output_tokens").asLong().orElse(0) > 0);
    }

    private static boolean has(Node iterations, String type) {
        return iterations.items().stream()
                .anyMatch(iteration -> iteration.get("type").is(type));
    }

    private static long told(Node count, long before) {
        return Math.max(count.asLong().orElse(before), before < 0 ? UNTOLD : 0);
    }

    private static String told(Node word, String before) {
        return word.is(Node.Kind.STRING) ? word.text() : before;
    }

    private static Usage compactions(Node iterations) {
        return iterations.items().stream()
                .filter(iteration -> iteration.get("type").is("compaction"))
                .flatMap(iteration -> Stream.ofNullable(of(iteration)))
                .reduce(Usage.NONE, Usage::plus);
    }

    private static @Nullable Usage of(Node counts) {
        AnthropicUsage usage = new AnthropicUsage();
        usage.tell(counts);
        return usage.soFar();
    }

    /** The prompt's counts so far, or null if none were told. */
    @Nullable
    Usage prompt() {
        return input < 0 ? null : text(0, 0);
    }

    private Usage text(long output, long thought) {
        long hour = writtenLong;
        long minutes = Math.max(writtenShort, written - hour); // a host may tell the sum alone
        return Usage.text(Math.max(0, input), read, Math.max(0, minutes), hour, output, thought);
    }

    /** The counts so far, or null if none were told. */
    @Nullable
    Usage soFar() {
        if (input < 0 && output < 0) {
            return null;
        }
        long all = Math.max(0, output);
        long thought = Math.min(thinking, all);
        return text(all - thought, thought)
                .withTool("web_search", searches)
                .withTool("web_fetch", fetches)
                .plus(compactions);
    }

    /** What changes every price: the region that was asked for, the fast mode, and other models at work, whose part has none. */
    List<String> surcharges() {
        List<String> words = new ArrayList<>(3);
        if (place.equals("us")) {
            words.add("geo_us");
        }
        if (speed.equals("fast")) {
            words.add("fast");
        }
        if (mixed) {
            words.add("other_models");
        }
        return words;
    }
}
