// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Timeline;
import java.util.List;

/**
 * How a call went.
 *
 * @param recall what looking for a stored answer came to
 * @param status the HTTP status; 0 if no response came
 * @param error why it failed; empty if it did not
 * @param ending how far the answer got
 * @param finish why each choice ended, in the API's words
 * @param requestId the provider's id of the request; empty if it sent none
 * @param attempts how often we sent
 * @param micros microseconds from the call's begin to its end
 * @param firstMicros microseconds to the first chunk of a stream; negative if none came
 * @param oursMicros microseconds that Parsimony itself took
 */
public record Course(
        Recall recall,
        int status,
        String error,
        Ending ending,
        List<String> finish,
        String requestId,
        int attempts,
        long micros,
        long firstMicros,
        long oursMicros) {
    private static final int NANOS = 1_000;

    static Course of(Exchange exchange) {
        Timeline timeline = exchange.timeline();
        long ended = timeline.ended() < 0 ? timeline.now() : timeline.ended();
        return new Course(
                exchange.recall(),
                exchange.status(),
                exchange.error(),
                exchange.answer().ending(),
                exchange.answer().finishReasons(),
                exchange.requestId(),
                exchange.attempts(),
                ended / NANOS,
                timeline.firstChunk() < 0 ? -1 : timeline.firstChunk() / NANOS,
                timeline.ours() / NANOS);
    }

    /** Whether the answer was cut off by a cap or by the context's end. */
    public boolean truncated() {
        return ending == Ending.TRUNCATED;
    }
}
