// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Duration;

/**
 * How long a cached prefix lives.
 *
 * @param idle how long after its last use
 * @param longest how long after it was written, however often it is used
 */
record Lifetime(Duration idle, Duration longest) {

    private static final Duration UNBOUNDED = Duration.ofDays(3650);

    /** A life that every use renews, without end. */
    static Lifetime renewed(Duration idle) {
        return new Lifetime(idle, UNBOUNDED);
    }
}
