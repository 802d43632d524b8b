// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.QuickHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A tool or a line of the system text: what stands before the conversation, in order.
 *
 * @param hash tells it from others
 * @param bytes what the model reads of it
 * @param name which it is, for a reader: {@code tool 2}, {@code system line 3}; no content
 */
record Piece(long hash, int bytes, String name) {
    /** A prompt of more pieces than that has its later ones left out. */
    private static final int MOST = 256;

    /** The pieces of a request. */
    static List<Piece> of(Lens lens, QuickHash hash) {
        List<Piece> pieces = new ArrayList<>();
        int tool = 0;
        int line = 0;
        for (Block block : lens.blocks()) {
            if (block.level() == Block.Level.MESSAGES || pieces.size() >= MOST) {
                break;
            }
            if (block.text().exists() && block.level() == Block.Level.SYSTEM) {
                line = lines(block.text(), line, hash, pieces);
            } else {
                pieces.add(piece(block.node(), "tool " + ++tool, hash));
            }
        }
        return pieces;
    }

    private static Piece piece(Node node, String name, QuickHash hash) {
        return of(hash, node.json().bytes(), node.start(), node.end(), node.length(), name);
    }

    private static Piece of(QuickHash hash, byte[] bytes, int from, int to, int length, String name) {
        return new Piece(hash.number(to - from).bytes(bytes, from, to).digest().high(), length, name);
    }

    /** Splits at the escape of the line feed. */
    private static int lines(Node text, int before, QuickHash hash, List<Piece> pieces) {
        byte[] bytes = text.json().bytes();
        int number = before;
        int begin = text.start() + 1;
        int end = text.end() - 1;
        for (int at = begin; at < end && pieces.size() < MOST; at += bytes[at] == '\\' ? 2 : 1) {
            if (bytes[at] == '\\' && bytes[at + 1] == 'n') {
                pieces.add(of(hash, bytes, begin, at, at + 2 - begin, "system line " + ++number));
                begin = at + 2;
            }
        }
        if (pieces.size() < MOST && begin < end) {
            pieces.add(of(hash, bytes, begin, end, end - begin, "system line " + ++number));
        }
        return number;
    }
}
