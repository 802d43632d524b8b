// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBody;
import java.util.function.BiConsumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * A response's body with a tap in it; demand, order and end are the transport's. The buffers' own memory goes on to the
 * application, unless the tap keeps something back.
 */
final class TappedFlux implements BiConsumer<DataBuffer, SynchronousSink<DataBuffer>> {
    private final TappedBody body;

    TappedFlux(Tap tap, Edges edges) {
        this.body = new TappedBody(this, tap, edges);
    }

    Flux<DataBuffer> of(Flux<DataBuffer> source) {
        return source.handle(this)
                .concatWith(Mono.defer(this::rest))
                .doOnError(body::failed)
                .doOnCancel(body::closed);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very chunk that was shown stands in the buffer already
    public void accept(DataBuffer buffer, SynchronousSink<DataBuffer> next) {
        Chunk chunk = Chunk.of(bytes(buffer));
        Chunk passed = body.pass(chunk);
        if (passed == chunk) {
            next.next(buffer);
            return;
        }
        DataBufferUtils.release(buffer);
        if (passed.length() > 0) {
            next.next(buffer(passed));
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        int start = buffer.readPosition();
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes).readPosition(start);
        return bytes;
    }

    private Mono<DataBuffer> rest() {
        Chunk rest = body.end();
        return rest.length() > 0 ? Mono.just(buffer(rest)) : Mono.empty();
    }

    private static DataBuffer buffer(Chunk chunk) {
        byte[] bytes = new byte[chunk.length()];
        System.arraycopy(chunk.bytes(), chunk.from(), bytes, 0, bytes.length);
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
