// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way, as the prefixes that it sends remember it: they outlive it by far, and hold nothing of it when it is over.
 * Guarded by its cache's lock.
 */
final class Flight {
    /** A call whose answer has not begun by then is given up: nobody else waits for what it writes. */
    private static final long GIVEN_UP = Duration.ofMinutes(1).toNanos();

    private @Nullable Course course;
    private long from;

    /** It is sent. */
    void begin(Course by, long now) {
        course = by;
        from = now;
    }

    /** Its answer has begun, or will not. */
    void end() {
        course = null;
    }

    /** The call, while it is under way; null when it is not, or is given up. */
    @Nullable
    Course course(long now) {
        return now - from < GIVEN_UP ? course : null;
    }
}
