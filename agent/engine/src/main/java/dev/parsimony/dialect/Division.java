// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes one text block of Anthropic's as several: its prompt cache compares whole blocks, so what varies wants its own. */
final class Division {
    private static final byte[] OPEN = ascii("{\"type\":\"text\",\"text\":\"");
    private static final byte[] CLOSE = ascii("\"}");

    private Division() {}

    /**
     * The edits.
     *
     * @param block a text block, or a text that stands in place of a list of them
     * @param parts the texts of its blocks, as JSON strings without their quotes
     */
    static Edits of(Block block, List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(block.node().length() + 256);
        boolean bare = block.node().is(Kind.STRING);
        out.writeBytes(ascii(bare ? "[" : ""));
        for (int i = 0; i < parts.size(); i++) {
            out.writeBytes(ascii(i == 0 ? "" : ","));
            out.writeBytes(bare ? OPEN : before(block));
            out.writeBytes(parts.get(i));
            out.writeBytes(bare ? CLOSE : behind(block));
        }
        out.writeBytes(ascii(bare ? "]" : ""));
        return Edits.none().replace(block.node(), out.toByteArray());
    }

    private static byte[] before(Block block) {
        return slice(block, block.node().start(), block.text().start() + 1);
    }

    private static byte[] behind(Block block) {
        return slice(block, block.text().end() - 1, block.node().end());
    }

    private static byte[] slice(Block block, int from, int to) {
        Node node = block.node();
        return Arrays.copyOfRange(node.json().bytes(), from, to);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
