// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** What a {@link Passage} wants of its driver next. */
public sealed interface Next {
    /**
     * Send this call by the seam's own transport, then report with {@link Passage#arrived} or {@link Passage#failed}.
     *
     * @param call what to send
     * @param asWritten whether it is, to the byte, the call as the application made it: then the SDK's own request object
     *     goes out untouched
     */
    record Send(Call call, boolean asWritten) implements Next {}

    /**
     * Hand this to the application; nothing is sent, and nothing is reported back.
     *
     * @param reply the answer
     */
    record Answer(Reply reply) implements Next {}

    /**
     * Wait, then ask {@link Passage#next} again. A driver on an event loop waits without blocking it.
     *
     * @param signal completes, in whichever way, when there may be news
     * @param limit the longest wait; behind it the driver asks again whatever the signal says
     */
    record Await(CompletionStage<?> signal, Duration limit) implements Next {
        /** The same, but no longer than that. */
        public Await within(Duration longest) {
            return limit.compareTo(longest) <= 0 ? this : new Await(signal, longest);
        }
    }

    /**
     * Hand the transport's response to the application, its body through this tap.
     *
     * @param tap what sees the body pass
     */
    record Deliver(Tap tap) implements Next {}
}
