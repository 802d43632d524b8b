// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.nio.ByteBuffer;

/**
 * A response's body that comes in buffers, with a tap in it. Whoever stands between the transport and its subscriber shows it
 * each buffer and tells it the end, which counts once. None of its methods throws.
 */
public final class TappedBuffers {
    private final Tap tap;
    private final Ending ending;

    /**
     * Puts a tap into a body.
     *
     * @param tap what sees the bytes pass
     * @param edges to tell a failure
     */
    public TappedBuffers(Tap tap, Edges edges) {
        this.tap = new FailOpenTap(tap, edges.log());
        this.ending = new Ending(this.tap);
    }

    /**
     * Bytes on their way to the application.
     *
     * @param buffer what the transport gave; its position stays
     * @return what goes on: the very same buffer, unless the tap keeps something back
     */
    @SuppressWarnings("ReferenceEquality") // the very chunk that was shown stands in the buffer already
    public ByteBuffer pass(ByteBuffer buffer) {
        Chunk chunk = chunk(buffer);
        Chunk passed = tap.pass(chunk);
        return passed == chunk ? buffer : ByteBuffer.wrap(passed.bytes(), passed.from(), passed.length());
    }

    private static Chunk chunk(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            return new Chunk(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return Chunk.of(copy);
    }

    /** The body has come to its end; returns what had been held back. */
    public ByteBuffer end() {
        Chunk rest = ending.end();
        return ByteBuffer.wrap(rest.bytes(), rest.from(), rest.length());
    }

    /** The application wants no more. */
    public void closed() {
        ending.closed();
    }

    /**
     * The body broke off.
     *
     * @param cause what was thrown
     */
    public void failed(Throwable cause) {
        ending.failed(cause);
    }
}
