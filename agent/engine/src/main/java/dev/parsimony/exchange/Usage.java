// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * Tokens as billed, in one shape for all providers. The kinds are disjoint except {@code reasoning}, which is part of {@code
 * output}.
 *
 * @param input input tokens neither read from nor written to a cache
 * @param cacheRead input tokens read from a prompt cache
 * @param writeShort input tokens written to a prompt cache for the provider's shortest lifetime (Anthropic 5 minutes, OpenAI
 *     30 minutes)
 * @param writeLong input tokens written for its longer lifetime (Anthropic 1 hour)
 * @param output output tokens, reasoning included
 * @param reasoning output tokens spent on reasoning
 */
public record Usage(long input, long cacheRead, long writeShort, long writeLong, long output, long reasoning) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Usage {
        if ((input | cacheRead | writeShort | writeLong | output | reasoning) < 0) {
            throw new IllegalArgumentException("negative token count");
        }
    }

    /** Tokens written to a prompt cache, of any lifetime. */
    public long cacheWrite() {
        return writeShort + writeLong;
    }

    /** All input tokens, cached ones included, as the OpenTelemetry conventions count them. */
    public long totalInput() {
        return input + cacheRead + writeShort + writeLong;
    }

    /** The same tokens had there been no prompt cache. */
    public Usage uncached() {
        return new Usage(totalInput(), 0, 0, 0, output, reasoning);
    }
}
