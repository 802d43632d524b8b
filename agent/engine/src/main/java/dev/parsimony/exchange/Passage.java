// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * The way of one call through Parsimony, as a driver sees it. It does no input or output, owns no thread and never throws:
 * it says what is wanted next, the driver does it at the seam, and reports back.
 *
 * <pre>
 * next -> Await  : wait, then next again
 *      -> Answer : to the application, done
 *      -> Send   : send; then arrived(head) -> Deliver : to the application through the tap, done
 *                                           -> Send    : close this response unread, send again
 *                       or   failed(cause)            : the application gets the cause, done
 * </pre>
 */
public interface Passage {
    /** What the driver does first, and again after each wait. */
    Next next();

    /**
     * Opens the call's span on this thread, so that spans of others nest under it while the transport works. To be asked
     * after {@link Next.Send} and closed on the same thread.
     */
    Scope enter();

    /** The call of a {@link Next.Send} could not be built: the application's own request goes out instead. */
    void fellBack();

    /**
     * The transport has a response.
     *
     * @param head what is known of it before its body is read
     * @return {@link Next.Deliver} or {@link Next.Send}, nothing else
     */
    Next arrived(Head head);

    /**
     * The transport threw, or the application gave up waiting for it.
     *
     * @param cause what the application gets
     */
    void failed(Throwable cause);

    /** A way past Parsimony: sends the call as it is and looks at nothing. */
    static Passage past(Call call) {
        return new PastPassage(call);
    }
}
