// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Chunk;

/**
 * Copies what stands high in a JSON text as it passes and leaves the deeper objects and arrays empty: of an answer with
 * thousands of vectors only what is told of it. What is no JSON comes out as none.
 */
final class Outline {
    private final int most;
    private final Copy copy;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /**
     * Begins an outline.
     *
     * @param most how many objects and arrays may stand around what is kept; those inside them are emptied
     * @param copy where it is kept
     */
    Outline(int most, Copy copy) {
        this.most = most;
        this.copy = copy;
    }

    void add(Chunk chunk) {
        byte[] bytes = chunk.bytes();
        int end = chunk.from() + chunk.length();
        int kept = chunk.from();
        for (int at = kept; at < end; at++) {
            int before = depth;
            depth += step(bytes[at]);
            if (before == most && depth > before) {
                copy.add(new Chunk(bytes, kept, at + 1 - kept));
            } else if (depth == most && depth < before) {
                kept = at;
            }
        }
        if (depth <= most) {
            copy.add(new Chunk(bytes, kept, end - kept));
        }
    }

    /** How much deeper the text stands behind a byte. */
    private int step(byte b) {
        if (quoted) {
            quoted = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return 0;
        }
        quoted = b == '"';
        return b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
    }
}
