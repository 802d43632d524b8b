// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBody;
import java.io.IOException;
import java.lang.ref.Reference;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/** A response's body on its way to the application, with a tap in it. Not safe for use by several threads, as no source is. */
final class TappedSource implements Source {
    private static final int MOST_AT_ONCE = 8192;

    private final Source source;
    private final TappedBody body;
    private final byte[] shown = new byte[MOST_AT_ONCE];
    private final Buffer arrived = new Buffer();
    private final Buffer passed = new Buffer();
    private boolean ended;

    TappedSource(Source source, Tap tap, Edges edges) {
        this.source = source;
        this.body = new TappedBody(this, tap, edges);
    }

    @Override
    public long read(Buffer sink, long count) throws IOException {
        if (count == 0) {
            return 0;
        }
        try {
            while (passed.size() == 0 && !ended) {
                pull(Math.min(count, MOST_AT_ONCE));
            }
            return passed.read(sink, count);
        } catch (Throwable cause) {
            body.failed(cause);
            throw cause;
        } finally {
            Reference.reachabilityFence(this); // what is being read is not let go of
        }
    }

    private void pull(long most) throws IOException {
        long count = source.read(arrived, most);
        if (count < 0) {
            ended = true;
            pass(body.end());
            return;
        }
        int length = arrived.read(shown, 0, (int) count);
        pass(body.pass(new Chunk(shown, 0, length)));
    }

    private void pass(Chunk chunk) {
        passed.write(chunk.bytes(), chunk.from(), chunk.length());
    }

    @Override
    public Timeout timeout() {
        return source.timeout();
    }

    /** The end is told before, as another thread that reads may break off by it. */
    @Override
    public void close() throws IOException {
        try {
            body.closed();
        } finally {
            source.close();
        }
    }
}
