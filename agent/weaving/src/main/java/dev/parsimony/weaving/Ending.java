// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells a tap the end of its body, once, whichever comes first. It is what the cleaner holds, and therefore must never reach
 * the stream whose letting-go it is to notice.
 */
final class Ending implements Runnable {
    private final Tap tap;
    private final AtomicBoolean told = new AtomicBoolean();

    Ending(Tap tap) {
        this.tap = tap;
    }

    Chunk end() {
        return told.compareAndSet(false, true) ? tap.end() : Chunk.empty();
    }

    void closed() {
        if (told.compareAndSet(false, true)) {
            tap.closed();
        }
    }

    void failed(Throwable cause) {
        if (told.compareAndSet(false, true)) {
            tap.failed(cause);
        }
    }

    /** The stream was let go of. */
    @Override
    public void run() {
        if (told.compareAndSet(false, true)) {
            tap.abandoned();
        }
    }
}
