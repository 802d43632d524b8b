// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

/**
 * The tokens of one request, each input token in exactly one class.
 *
 * @param uncached input neither read nor written
 * @param read input read from a cache
 * @param write input written for the short life (Anthropic 5 minutes, OpenAI 30 minutes)
 * @param longWrite input written for the long life (Anthropic 1 hour, OpenAI 12 hours)
 * @param output tokens of the answer, {@code reasoning} included
 * @param reasoning the part of the output that was thinking
 */
public record Usage(long uncached, long read, long write, long longWrite, long output, long reasoning) {

    /** No token at all. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    /** All input tokens: uncached, read and written. */
    public long input() {
        return uncached + read + write + longWrite;
    }

    /** All tokens written to a cache. */
    public long written() {
        return write + longWrite;
    }

    /** The same input with this answer. */
    public Usage answered(long outputTokens, long reasoningTokens) {
        return new Usage(uncached, read, write, longWrite, outputTokens, Math.min(reasoningTokens, outputTokens));
    }

    /** Both together, class by class. */
    public Usage plus(Usage other) {
        return new Usage(
                uncached + other.uncached,
                read + other.read,
                write + other.write,
                longWrite + other.longWrite,
                output + other.output,
                reasoning + other.reasoning);
    }
}
