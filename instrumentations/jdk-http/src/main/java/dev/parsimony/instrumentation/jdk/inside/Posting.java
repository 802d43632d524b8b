// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;

/**
 * What the client is asked to send, and what is to become of the answer.
 *
 * @param request the request
 * @param handler the application's, which makes of a response's body whatever it likes
 * @param <T> what that is
 */
record Posting<T>(HttpRequest request, BodyHandler<T> handler) {
    /** Another request, its answer for the same handler. */
    Posting<T> with(HttpRequest other) {
        return new Posting<>(other, handler);
    }
}
