// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.instrumentation.spring.http.Messages;
import java.net.URI;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.AbstractClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a body is written on where it is only to be known. */
final class Paper extends AbstractClientHttpRequest {
    private final ClientRequest request;
    private final HttpHeaders headers = new HttpHeaders();
    private byte[] written = new byte[0];

    Paper(ClientRequest request) {
        this.request = request;
        Messages.add(request.headers(), headers);
    }

    byte[] written() {
        return written;
    }

    @Override
    public HttpMethod getMethod() {
        return request.method();
    }

    @Override
    public URI getURI() {
        return request.url();
    }

    /** Never taken for read-only, as that of a request that was sent is: it is sent later. */
    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public DataBufferFactory bufferFactory() {
        return DefaultDataBufferFactory.sharedInstance;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return doCommit(() -> DataBufferUtils.join(body).doOnNext(this::keep).then());
    }

    private void keep(DataBuffer buffer) {
        written = new byte[buffer.readableByteCount()];
        buffer.read(written);
        DataBufferUtils.release(buffer);
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return doCommit();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Spring has it: whoever asks knows what it is
    public <T> T getNativeRequest() {
        return (T) request;
    }

    @Override
    protected void applyHeaders() {
        // they stay where they are
    }

    @Override
    protected void applyCookies() {
        // they go with the request that is sent
    }
}
