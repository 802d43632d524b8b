// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Does what advice does around a method, for a seam that makes its calls itself. */
final class Around {
    private Around() {}

    /**
     * Makes a call.
     *
     * @param entered what a driver returned on entering
     * @param request the request as the application made it
     * @param send makes the call
     * @param exit the driver's, with what was returned and what was thrown
     * @return what the application gets
     * @throws Throwable what the application gets
     */
    @SuppressWarnings({"unchecked", "NullAway"
    }) // entered with a request; the answer is what the method gave, null included
    static <Q, A> A call(
            @Nullable Object @Nullable [] entered,
            Q request,
            Again<Q, A> send,
            BiFunction<@Nullable A, @Nullable Throwable, @Nullable Object @Nullable []> exit)
            throws Throwable {
        if (entered == null) {
            return send.send(request);
        }
        A answer = (A) entered[Advised.ANSWER];
        Throwable thrown = null;
        try {
            answer = answer == null ? send.send((Q) entered[Advised.REQUEST]) : answer;
        } catch (Throwable cause) {
            thrown = cause;
        }
        @Nullable Object[] left = exit.apply(answer, thrown);
        return left == null
                ? outcome(answer, thrown)
                : outcome((A) left[Advised.RETURNED], (Throwable) left[Advised.THROWN]);
    }

    private static <A> A outcome(A answer, @Nullable Throwable thrown) throws Throwable {
        if (thrown != null) {
            throw thrown;
        }
        return answer;
    }
}
