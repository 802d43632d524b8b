// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import dev.parsimony.exchange.Call;
import dev.parsimony.instrumentation.spring.http.Messages;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request about to be sent. Spring's requests are sent once: each further time the factory makes a new one.
 *
 * @param factory what made it
 * @param request the request, still without its body
 * @param content its body
 */
record Outgoing(ClientHttpRequestFactory factory, ClientHttpRequest request, Content content) {
    private static final String LENGTH = "Content-Length";

    /** The call that it makes, or null if it is none of ours. */
    @Nullable
    Call call() {
        byte[] body = content.bytes();
        return body == null ? null : Messages.call(request.getMethod(), request.getURI(), request.getHeaders(), body);
    }

    /** Sends it, on a thread that is inside or where nobody looks. */
    ClientHttpResponse send() throws IOException {
        content.into(request);
        return request.execute();
    }

    /** The same to send again, or with another body to another place. */
    Outgoing again(URI to, byte[] body) throws IOException {
        ClientHttpRequest other = factory.createRequest(to, request.getMethod());
        HttpHeaders headers = other.getHeaders();
        Messages.add(request.getHeaders(), headers);
        if (headers.getFirst(LENGTH) != null) {
            headers.set(LENGTH, Integer.toString(body.length));
        }
        Attributes.copy(request, other);
        return new Outgoing(factory, other, content.with(body));
    }

    /** Apart, since Spring 6.1 has none. */
    private static final class Attributes {
        private Attributes() {}

        static void copy(ClientHttpRequest from, ClientHttpRequest to) {
            try {
                to.getAttributes().putAll(from.getAttributes());
            } catch (LinkageError before) {
                // then there are none
            }
        }
    }
}
