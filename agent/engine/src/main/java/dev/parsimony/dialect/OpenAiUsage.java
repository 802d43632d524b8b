// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of OpenAI's APIs and of those who speak them. Input includes what was read from and written to the
 * cache, output includes reasoning; at xAI it does not, which the total gives away.
 */
final class OpenAiUsage {
    private final Node usage;

    private OpenAiUsage(Node usage) {
        this.usage = usage;
    }

    /** Reads the counts; null if there are none. */
    static @Nullable Usage of(Node usage) {
        return new OpenAiUsage(usage).read();
    }

    private @Nullable Usage read() {
        OptionalLong told = either(usage, "prompt_tokens", "input_tokens");
        OptionalLong completion = either(usage, "completion_tokens", "output_tokens");
        if (told.isEmpty() && completion.isEmpty()) {
            return null;
        }
        long all = atLeastZero(told);
        long read = Math.min(all, cached());
        long written = Math.min(
                all - read, atLeastZero(inputDetails().get("cache_write_tokens").asLong()));
        long reasoning = atLeastZero(outputDetails().get("reasoning_tokens").asLong());
        long output = output(all, atLeastZero(completion), reasoning);
        long thought = Math.min(reasoning, output);
        return Usage.text(all - read - written, read, written, 0, output - thought, thought);
    }

    private long cached() {
        OptionalLong cached = inputDetails().get("cached_tokens").asLong();
        return atLeastZero(
                cached.isPresent()
                        ? cached
                        : usage.get("prompt_cache_hit_tokens").asLong()); // DeepSeek's
    }

    /** Output with reasoning in it: where the total only adds up with reasoning counted apart, it is added. */
    private long output(long input, long completion, long reasoning) {
        long total = usage.get("total_tokens").asLong().orElse(0);
        return reasoning > 0 && total == input + completion + reasoning ? completion + reasoning : completion;
    }

    private Node inputDetails() {
        Node details = usage.get("prompt_tokens_details");
        return details.isPresent() ? details : usage.get("input_tokens_details");
    }

    private Node outputDetails() {
        Node details = usage.get("completion_tokens_details");
        return details.isPresent() ? details : usage.get("output_tokens_details");
    }

    private static OptionalLong either(Node usage, String one, String other) {
        OptionalLong count = usage.get(one).asLong();
        return count.isPresent() ? count : usage.get(other).asLong();
    }

    private static long atLeastZero(OptionalLong count) {
        return Math.max(0, count.orElse(0));
    }
}
