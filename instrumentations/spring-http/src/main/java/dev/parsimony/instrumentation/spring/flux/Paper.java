// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.instrumentation.spring.http.Messages;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.AbstractClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/** What a body is written on where it is only to be known. What is not JSON, or not small, goes on unread to what is sent. */
final class Paper extends AbstractClientHttpRequest {
    private final ClientRequest request;
    private final Runnable unread;
    private final HttpHeaders headers = new HttpHeaders();
    private final Sinks.One<ClientHttpRequest> output = Sinks.one();
    private final Kept kept = new Kept();
    private final AtomicBoolean taken = new AtomicBoolean();
    private byte[] written = new byte[0];

    /** Paper for the body of a request; what is to be called where the body waits to be written on the request that is sent. */
    Paper(ClientRequest request, Runnable unread) {
        this.request = request;
        this.unread = unread;
        Messages.add(request.headers(), headers);
    }

    /** All of the body, if it was read. */
    byte[] written() {
        return written;
    }

    /** Whether what waits has been told before what it is to be written on; it is from now on. */
    boolean isTaken() {
        return taken.getAndSet(true);
    }

    /** Has what waits written on what is sent. */
    void goOn(ClientHttpRequest sent) {
        output.tryEmitValue(sent);
    }

    /** Nothing will be sent any more. */
    void giveUp() {
        kept.giveUp();
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
        return doCommit(() -> Mono.deferContextual(
                context -> Messages.isSmallJson(headers) ? read(body, context) : pass(sent -> sent.writeWith(body))));
    }

    private Mono<Void> read(Publisher<? extends DataBuffer> body, ContextView context) {
        return kept.read(body, context)
                .flatMap(whole -> whole
                        ? DataBufferUtils.join(kept.all()).doOnNext(this::keep).then()
                        : pass(sent -> sent.writeWith(kept.all())))
                .doOnCancel(kept::giveUp);
    }

    private Mono<Void> pass(Function<ClientHttpRequest, Mono<Void>> writing) {
        unread.run();
        return output.asMono().flatMap(writing);
    }

    private void keep(DataBuffer buffer) {
        written = new byte[buffer.readableByteCount()];
        buffer.read(written);
        DataBufferUtils.release(buffer);
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return doCommit(() -> Mono.defer(() -> pass(sent -> sent.writeAndFlushWith(body))));
    }

    @Override
    public Mono<Void> setComplete() {
        return doCommit(() -> Mono.defer(() -> pass(ClientHttpRequest::setComplete)));
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
