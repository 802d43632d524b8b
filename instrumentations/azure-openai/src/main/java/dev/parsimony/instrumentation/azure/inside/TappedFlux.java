// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBody;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** A response's body with a tap in it; demand, order and end are the transport's. */
final class TappedFlux implements BiConsumer<ByteBuffer, SynchronousSink<ByteBuffer>> {
    private final TappedBody body;

    TappedFlux(Tap tap, Edges edges) {
        this.body = new TappedBody(this, tap, edges);
    }

    Flux<ByteBuffer> of(Flux<ByteBuffer> source) {
        return source.handle(this)
                .concatWith(Mono.defer(this::rest))
                .doOnError(body::failed)
                .doOnCancel(body::closed);
    }

    /** The application wants no more. */
    void closed() {
        body.closed();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very chunk that was shown stands in the buffer already
    public void accept(ByteBuffer buffer, SynchronousSink<ByteBuffer> next) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        Chunk chunk = Chunk.of(bytes);
        Chunk passed = body.pass(chunk);
        if (passed == chunk) {
            next.next(buffer);
        } else if (passed.length() > 0) {
            next.next(buffer(passed));
        }
    }

    private Mono<ByteBuffer> rest() {
        Chunk rest = body.end();
        return rest.length() > 0 ? Mono.just(buffer(rest)) : Mono.empty();
    }

    private static ByteBuffer buffer(Chunk chunk) {
        return ByteBuffer.wrap(chunk.bytes(), chunk.from(), chunk.length()).slice();
    }
}
