// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;

/**
 * A response's body on its way to the application, with a tap in it. Bytes are read into the application's own buffer and,
 * unless the tap changes them, never copied. Not safe for use by several threads, as the stream beneath is not.
 */
public final class TappedStream extends InputStream {
    private final InputStream source;
    private final TappedBody body;
    private Chunk held = Chunk.empty();
    private boolean ended;

    /**
     * Puts a tap into a stream.
     *
     * @param source the transport's stream
     * @param tap what sees the bytes pass
     * @param edges to notice that the stream was let go of
     */
    public TappedStream(InputStream source, Tap tap, Edges edges) {
        this.source = source;
        this.body = new TappedBody(this, tap, edges);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very chunk that was shown stands in the application's buffer already
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (held.length() == 0 && !ended) {
                int count = source.read(buffer, from, length);
                if (count < 0) {
                    held = end();
                } else {
                    Chunk read = new Chunk(buffer, from, count);
                    Chunk passed = body.pass(read);
                    if (passed == read && count > 0) {
                        return count;
                    }
                    held = passed;
                }
            }
            return serve(buffer, from, length);
        } catch (Throwable cause) {
            body.failed(cause);
            throw cause;
        } finally {
            Reference.reachabilityFence(
                    this); // or the cleaner could take a stream that is being read for one let go of
        }
    }

    private Chunk end() {
        ended = true;
        return body.end();
    }

    /** Hands out what the tap gave; more than the application asked for waits. */
    private int serve(byte[] buffer, int from, int length) {
        if (held.length() == 0) {
            return -1;
        }
        int count = Math.min(length, held.length());
        System.arraycopy(held.bytes(), held.from(), buffer, from, count);
        held = new Chunk(held.bytes(), held.from() + count, held.length() - count);
        return count;
    }

    @Override
    public int available() throws IOException {
        return held.length() > 0 ? held.length() : source.available();
    }

    /** Closes the transport's stream; the end is told before, as another thread that reads may break off by it. */
    @Override
    public void close() throws IOException {
        try {
            tellClosed();
        } finally {
            source.close();
        }
    }

    /** Tells the tap that the application wants no more, where the response is closed rather than its body. */
    public void tellClosed() {
        body.closed();
    }

    /**
     * Tells the tap that the body broke off, where that is heard of elsewhere than by reading.
     *
     * @param cause what was thrown
     */
    void tellFailed(Throwable cause) {
        body.failed(cause);
    }
}
