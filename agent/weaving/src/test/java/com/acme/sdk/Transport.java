// SPDX-License-Identifier: Apache-2.0
package com.acme.sdk;

import java.util.concurrent.CompletableFuture;

/** An SDK's HTTP layer, as small as can be: what is sent comes back. */
public final class Transport {
    /** How often the methods really ran. */
    public int sent;

    /** Sends and waits. */
    public Response execute(Request request, String options) {
        sent++;
        if (request.text().startsWith("fail")) {
            throw new IllegalStateException(request.text());
        }
        return new Response("echo " + request.text());
    }

    /** Sends. */
    public CompletableFuture<Response> executeAsync(Request request, String options) {
        return CompletableFuture.completedFuture(execute(request, options));
    }

    /** An overload that the SDK added later. */
    public Response execute(Request request) {
        return new Response("plain " + request.text());
    }

    /** A method whose advice cannot be linked. */
    public String unlinked(String text) {
        return text;
    }

    /** A method whose advice throws. */
    public String disturbed(String text) {
        return text;
    }

    /** What the SDK sends. */
    public record Request(String text) {}

    /** What the SDK receives. */
    public record Response(String text) {}
}
