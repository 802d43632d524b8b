// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Chunk;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A copy of a body as it passes, dropped when it grows beyond its limit. */
final class Copy {
    private final int limit;
    private @Nullable ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    /**
     * Begins a copy.
     *
     * @param limit the most bytes; 0 for no copy at all
     */
    Copy(int limit) {
        this.limit = limit;
        if (limit == 0) {
            bytes = null;
        }
    }

    void add(Chunk chunk) {
        ByteArrayOutputStream copy = bytes;
        if (copy == null) {
            return;
        }
        if (copy.size() + chunk.length() > limit) {
            bytes = null;
        } else {
            copy.write(chunk.bytes(), chunk.from(), chunk.length());
        }
    }

    /** The whole copy; null if there is none, or it was dropped. */
    byte @Nullable [] whole() {
        ByteArrayOutputStream copy = bytes;
        return copy == null ? null : copy.toByteArray();
    }
}
