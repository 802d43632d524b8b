// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Something to go wrong.
 *
 * @param matches the requests it befalls
 * @param times how many of them; {@link #FOR_EVER} for all
 * @param effect what happens to them
 */
public record Fault(Predicate<Received> matches, int times, Effect effect) {

    /** As often as a request matches. */
    public static final int FOR_EVER = Integer.MAX_VALUE;

    /** Befalls the next request. */
    public static Fault next(Effect effect) {
        return new Fault(request -> true, 1, effect);
    }

    /** Befalls every request. */
    public static Fault always(Effect effect) {
        return new Fault(request -> true, FOR_EVER, effect);
    }

    /** The same, for so many requests. */
    public Fault times(int other) {
        return new Fault(matches, other, effect);
    }

    /** The same, only for requests that also match this. */
    public Fault when(Predicate<Received> also) {
        return new Fault(matches.and(also), times, effect);
    }

    /** The same, only for requests whose path contains this. */
    public Fault onPath(String part) {
        return when(request -> request.path().contains(part));
    }

    /** The same, only for requests whose body contains this text. */
    public Fault onBody(String text) {
        return when(request -> request.bodyText().contains(text));
    }

    /** What happens. */
    public sealed interface Effect {

        /** The request is refused in its provider's words; it is not billed. */
        static Effect status(int status) {
            return new Refuse(status, new byte[0], Duration.ZERO);
        }
    }

    /**
     * The request is refused; it is not billed.
     *
     * @param status HTTP status
     * @param body the whole body; empty for the provider's own words for that status
     * @param retryAfter what the {@code retry-after} header says, in whole seconds; zero sends none
     */
    public record Refuse(int status, byte[] body, Duration retryAfter) implements Effect {

        /** A refusal with this body. */
        public static Refuse saying(int status, String body) {
            return new Refuse(status, body.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
        }
    }

    /**
     * The answer comes later, in real time.
     *
     * @param by how much later its first byte leaves
     */
    public record Delay(Duration by) implements Effect {}

    /** The connection closes without an answer; nothing is billed. */
    public record Disconnect() implements Effect {}

    /**
     * The connection breaks in the middle of the answer: of a stream after some events, of a whole body after its first half. Billed for what was sent.
     *
     * @param afterEvents how many events of a stream are still sent
     */
    public record Break(int afterEvents) implements Effect {}

    /**
     * The answer ends too early but properly, as if it were whole: a stream after some events, a body after its first half. Billed for what was sent.
     *
     * @param afterEvents how many events of a stream are still sent
     */
    public record Truncate(int afterEvents) implements Effect {}

    /**
     * A stream fails: after some events comes the provider's own event that says so, then the end. An answer that is no stream is refused with 500. Billed
     * for what was sent.
     *
     * @param afterEvents how many events are still sent before
     */
    public record Fail(int afterEvents) implements Effect {}

    /** The answer has status 200 and a body that is no JSON; it is not billed. */
    public record Garble() implements Effect {}
}
