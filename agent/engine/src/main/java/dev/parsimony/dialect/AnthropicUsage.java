// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The token counts of Anthropic's API. A stream tells them several times, each time all there is so far: the last value of
 * each field counts, and none are added up. Input excludes what was read from and written to the cache.
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

    /** Takes over what these counts tell. */
    void tell(Node counts) {
        input = told(counts.get("input_tokens"), input);
        read = told(counts.get("cache_read_input_tokens"), read);
        written = told(counts.get("cache_creation_input_tokens"), written);
        writtenShort = told(counts.get("cache_creation").get("ephemeral_5m_input_tokens"), writtenShort);
        writtenLong = told(counts.get("cache_creation").get("ephemeral_1h_input_tokens"), writtenLong);
        output = told(counts.get("output_tokens"), output);
        thinking = told(counts.get("output_tokens_details").get("thinking_tokens"), thinking);
    }

    private static long told(Node count, long before) {
        return Math.max(count.asLong().orElse(before), before < 0 ? UNTOLD : 0);
    }

    /** The counts so far, or null if none were told. */
    @Nullable
    Usage soFar() {
        if (input < 0 && output < 0) {
            return null;
        }
        long all = Math.max(0, output);
        long hour = writtenLong;
        long minutes = Math.max(writtenShort, written - hour); // a host may tell the sum alone
        long thought = Math.min(thinking, all);
        return Usage.text(Math.max(0, input), read, Math.max(0, minutes), hour, all - thought, thought);
    }
}
