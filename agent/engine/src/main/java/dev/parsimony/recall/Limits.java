// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Reply;
import java.time.Duration;

/**
 * How much is kept, and how long anyone waits.
 *
 * @param maxBytes what all answers together may take, in bytes
 * @param maxStream the longest stream that is kept, in bytes
 * @param longestWait how long a call may wait for an identical one, counted from when that one set out
 */
public record Limits(long maxBytes, long maxStream, Duration longestWait) {
    private static final int SHARE = 8;

    /** Whether an answer is small enough; none may take more than an eighth of the store. */
    boolean allow(Reply reply) {
        long bytes = reply.body().length;
        boolean stream = Framing.of(reply.look().first("content-type")).isPresent();
        return bytes <= maxBytes / SHARE && (!stream || bytes <= maxStream);
    }
}
