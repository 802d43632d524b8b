// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.CoreUtils;
import com.azure.core.util.FluxUtil;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response of ours, or one with a tap in its body; whichever way it is read in, that is where it is read from. */
final class Response extends HttpResponse {
    private final int status;
    private final HttpHeaders headers;
    private final Flux<ByteBuffer> body;
    private final Runnable closing;

    /**
     * A response.
     *
     * @param request what was sent
     * @param status its status
     * @param headers its headers
     * @param body its body
     * @param closing what closing it does
     */
    Response(HttpRequest request, int status, HttpHeaders headers, Flux<ByteBuffer> body, Runnable closing) {
        super(request);
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.closing = closing;
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    @Deprecated
    public @Nullable String getHeaderValue(String name) {
        return headers.getValue(name);
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
        return body;
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return FluxUtil.collectBytesFromNetworkResponse(body, headers);
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsByteArray()
                .map(bytes -> CoreUtils.bomAwareToString(bytes, headers.getValue(HttpHeaderName.CONTENT_TYPE)));
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
    }

    @Override
    public void close() {
        closing.run();
    }
}
