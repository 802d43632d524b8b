// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import dev.parsimony.instrumentation.spring.http.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** A request as its factory made it, of which the body is held back until it is executed. */
final class HeldRequest implements ClientHttpRequest, StreamingHttpOutputMessage {
    private final WebSeam seam;
    private final ClientHttpRequestFactory factory;
    private final ClientHttpRequest request;
    private @Nullable Body body;
    private @Nullable ByteArrayOutputStream written;

    HeldRequest(WebSeam seam, ClientHttpRequestFactory factory, ClientHttpRequest request) {
        this.seam = seam;
        this.factory = factory;
        this.request = request;
    }

    @Override
    public HttpMethod getMethod() {
        return request.getMethod();
    }

    @Override
    public URI getURI() {
        return request.getURI();
    }

    @Override
    public HttpHeaders getHeaders() {
        return request.getHeaders();
    }

    /** Not there before Spring 6.2, which then never asks for it. */
    @Override
    public Map<String, Object> getAttributes() {
        return request.getAttributes();
    }

    @Override
    public OutputStream getBody() throws IOException {
        if (written == null && !Messages.isSmallJson(getHeaders())) {
            return request.getBody();
        }
        if (written == null) {
            written = new ByteArrayOutputStream();
        }
        return written;
    }

    @Override
    public void setBody(Body other) {
        body = other;
    }

    @Override
    public ClientHttpResponse execute() throws IOException {
        try {
            return seam.execute(new Outgoing(factory, request, content()));
        } catch (IOException | RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IOException(thrown); // which no client throws
        }
    }

    private Content content() {
        if (body != null) {
            return isKept(body) ? Content.of(body) : new Content.Unseen(body);
        }
        return written == null ? Content.none() : Content.of(written.toByteArray());
    }

    /** How long a body is that can be written once, and does not say so, shows only when it is too late to leave it alone. */
    private boolean isKept(Body set) {
        return Messages.isSmallJson(getHeaders()) && (set.repeatable() || Messages.isLengthKnown(getHeaders()));
    }
}
