// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.QuickHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A tool or a line of the system text: what stands before the conversation, in order. Holds no content.
 *
 * @param hash tells it from others
 * @param bytes what the model reads of it
 * @param from its first byte in the request
 * @param to the byte behind its last
 * @param tool whether it is a tool
 * @param number which of its kind, from 1
 */
record Piece(long hash, int bytes, int from, int to, boolean tool, int number) {
    /** A prompt of more pieces than that has its later ones left out. */
    private static final int MOST = 256;

    /** Tells all pieces of a request together from those of another, at the price of one hash. */
    static long head(Lens lens, QuickHash hash) {
        for (Block block : lens.blocks()) {
            if (block.level() == Block.Level.MESSAGES) {
                break;
            }
            hash.raw(block.node());
        }
        return hash.digest().high();
    }

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
                pieces.add(tool(block.node(), ++tool, hash));
            }
        }
        return pieces;
    }

    private static Piece tool(Node node, int number, QuickHash hash) {
        long digest = digest(hash, node.json().bytes(), node.start(), node.end());
        return new Piece(digest, node.length(), node.start(), node.end(), true, number);
    }

    private static long digest(QuickHash hash, byte[] bytes, int from, int to) {
        return hash.number(to - from).bytes(bytes, from, to).digest().high();
    }

    /** Splits at the escape of the line feed. */
    private static int lines(Node text, int before, QuickHash hash, List<Piece> pieces) {
        byte[] bytes = text.json().bytes();
        int number = before;
        int begin = text.start() + 1;
        int end = text.end() - 1;
        for (int at = begin; at < end && pieces.size() < MOST; at += bytes[at] == '\\' ? 2 : 1) {
            if (bytes[at] == '\\' && bytes[at + 1] == 'n') {
                pieces.add(line(hash, bytes, begin, at, 2, ++number));
                begin = at + 2;
            }
        }
        if (pieces.size() < MOST && begin < end) {
            pieces.add(line(hash, bytes, begin, end, 0, ++number));
        }
        return number;
    }

    private static Piece line(QuickHash hash, byte[] bytes, int from, int to, int feed, int number) {
        return new Piece(digest(hash, bytes, from, to), to - from + feed, from, to, false, number);
    }

    /** Which it is, for a reader: {@code tool 2}, {@code system line 3}. */
    String name() {
        return (tool ? "tool " : "system line ") + number;
    }
}
