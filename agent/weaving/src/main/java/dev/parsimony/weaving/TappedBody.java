// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.lang.ref.Cleaner;

/**
 * A response's body with a tap in it, for a body that passes in whichever shape its client gives it: who stands there shows
 * it what passes and hands on what it returns, and tells the end. Only the first end told counts, and nothing throws.
 */
public final class TappedBody {
    private final Tap tap;
    private final Ending ending;
    private final Cleaner.Cleanable watch;

    /**
     * Puts a tap into a body.
     *
     * @param held what the application holds for as long as it may still read; the tap must not reach it
     * @param tap what sees the bytes pass
     * @param edges to notice that the body was let go of
     */
    public TappedBody(Object held, Tap tap, Edges edges) {
        this.tap = new FailOpenTap(tap, edges.log());
        this.ending = new Ending(this.tap);
        this.watch = edges.cleaner().register(held, ending);
    }

    /** Bytes on their way; see {@link Tap#pass}. */
    public Chunk pass(Chunk chunk) {
        return tap.pass(chunk);
    }

    /** The body was read to its end; returns what had been held back. */
    public Chunk end() {
        Chunk rest = ending.end();
        watch.clean();
        return rest;
    }

    /** The application wants no more. */
    public void closed() {
        ending.closed();
        watch.clean();
    }

    /** Reading broke off. */
    public void failed(Throwable cause) {
        ending.failed(cause);
        watch.clean();
    }
}
