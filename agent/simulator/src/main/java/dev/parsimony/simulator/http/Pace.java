// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.time.Duration;

/**
 * How fast answers come, in real time.
 *
 * @param toFirstByte from the request's last byte to the answer's first
 * @param perToken for each token of output
 */
public record Pace(Duration toFirstByte, Duration perToken) {

    /** No waiting at all. */
    public static final Pace IMMEDIATE = new Pace(Duration.ZERO, Duration.ZERO);

    void beforeFirstByte() throws InterruptedException {
        wait(toFirstByte);
    }

    void during(int tokens) throws InterruptedException {
        wait(perToken.multipliedBy(Math.max(0, tokens)));
    }

    private static void wait(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
    }
}
