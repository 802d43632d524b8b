// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Duration;
import java.time.Instant;

/** How fast providers answer in a simulation: the first byte after a second, then eighty tokens a second. */
final class Pace {
    /** From the request to the first byte of its answer. */
    static final Duration BEGINS = Duration.ofSeconds(1);

    private static final long TOKENS_PER_SECOND = 80;
    private static final long MILLIS = 1000;

    private Pace() {}

    /** When an answer has wholly come. */
    static Instant ends(Instant sent, long outputTokens) {
        return sent.plus(BEGINS).plusMillis(outputTokens * MILLIS / TOKENS_PER_SECOND);
    }
}
