// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import java.util.concurrent.CompletableFuture;

/**
 * A client of one of the SDKs, used as an application would. It is loaded anew for every version under test, by a loader that
 * sees that version only.
 */
public interface Subject extends AutoCloseable {
    /** Asks and waits; returns the answer's text. */
    String ask(String question);

    /** Asks; the future holds the answer's text. */
    CompletableFuture<String> askAsync(String question);

    /** Asks for a stream and reads it to its end; returns the text. */
    String stream(String question);

    /** Asks for a stream and closes it after its first event. */
    void streamAndStop(String question);

    /** Asks for a stream without waiting; the future holds the text. */
    CompletableFuture<String> streamAsync(String question);

    /** Asks for the raw response and returns the value of one of its headers, or an empty text. */
    String rawHeader(String question, String header);

    /** Asks for the raw response and lets go of it unread. */
    void letGo(String question);

    /** Sends something that is not JSON, or nothing at all. */
    void sendOther();

    @Override
    void close();
}
