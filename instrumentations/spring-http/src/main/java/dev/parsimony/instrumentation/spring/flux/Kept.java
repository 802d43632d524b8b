// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.instrumentation.spring.http.Messages;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * What is read of a body: all of it, if it is small and ends soon, else how it begins, and behind that the rest, as it comes and
 * as it is asked for. It is subscribed to once.
 */
final class Kept extends BaseSubscriber<DataBuffer> {
    /** A body that is written as the application goes along is held up for no longer. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Sinks.Many<DataBuffer> read = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.One<Boolean> whole = Sinks.one();
    private volatile boolean known;
    private long length;

    /** Reads a body, for whom the context is; ends with whether it is all there, else it goes on where {@link #all} is asked. */
    Mono<Boolean> read(Publisher<? extends DataBuffer> body, ContextView context) {
        Flux.<DataBuffer>from(body).contextWrite(context).subscribe(this);
        Mono<Boolean> ending = whole.asMono();
        boolean single = body instanceof Mono;
        return (single ? ending : ending.timeout(SOON, Mono.just(false))).doOnNext(any -> known = true);
    }

    /** Everything, once: what was read, and the rest. */
    Flux<DataBuffer> all() {
        return read.asFlux().doOnRequest(this::request).doOnCancel(this::cancel);
    }

    /** Nobody will ask, or go on asking, for it. */
    void giveUp() {
        cancel();
        read.asFlux().subscribe(DataBufferUtils::release, asked -> {});
    }

    @Override
    protected void hookOnSubscribe(Subscription body) {
        body.request(1);
    }

    @Override
    protected void hookOnNext(DataBuffer buffer) {
        length += buffer.readableByteCount();
        if (read.tryEmitNext(buffer).isFailure()) {
            DataBufferUtils.release(buffer);
        }
        if (length > Messages.LARGEST) {
            whole.tryEmitValue(false);
        } else if (!known) {
            request(1);
        }
    }

    @Override
    protected void hookOnComplete() {
        read.tryEmitComplete();
        whole.tryEmitValue(true);
    }

    /** Fails again where the application expects it: behind what it wrote before. */
    @Override
    protected void hookOnError(Throwable thrown) {
        read.tryEmitError(thrown);
        whole.tryEmitValue(false);
    }
}
