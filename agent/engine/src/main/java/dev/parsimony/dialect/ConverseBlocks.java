// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a request of Bedrock's Converse apart. A cache point is an element of its own in the list of tools, of the system's
 * texts or of a message's parts, and marks the one before it.
 */
final class ConverseBlocks {
    private static final String POINT = "cachePoint";
    private static final Set<String> MOVABLE_ROLES = Set.of("system", "user");

    /** What a cache point may stand behind: no reasoning, which is signed. */
    private static final List<String> MARKABLE =
            List.of("text", "toolSpec", "image", "document", "video", "toolUse", "toolResult");

    private static final List<String> MEDIA = List.of("image", "document", "video", "audio");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> points = new ArrayList<>();

    /** Behind how many blocks each point stands. */
    private final List<Integer> places = new ArrayList<>();

    /** The parts of a request. */
    static ConverseBlocks of(Node request) {
        ConverseBlocks parts = new ConverseBlocks();
        parts.add(Level.TOOLS, "", -1, request.get("toolConfig").get("tools"));
        parts.add(Level.SYSTEM, "system", -1, request.get("system"));
        List<Node> messages = request.get("messages").items();
        for (int i = 0; i < messages.size(); i++) {
            Node message = messages.get(i);
            parts.add(Level.MESSAGES, message.get("role").text(), i, message.get("content"));
        }
        return parts;
    }

    private void add(Level level, String role, int message, Node list) {
        List<Node> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            Node point = item.get(POINT);
            if (point.isPresent()) {
                points.add(point);
                places.add(blocks.size());
            } else {
                boolean marked =
                        i + 1 < items.size() && items.get(i + 1).get(POINT).isPresent();
                blocks.add(block(level, role, message, item, marked));
            }
        }
    }

    private static Block block(Level level, String role, int message, Node item, boolean marked) {
        Node text = item.get("text");
        boolean plain = text.is(Kind.STRING);
        boolean movable = plain && text.length() > 2 && MOVABLE_ROLES.contains(role);
        boolean markable = !marked
                && MARKABLE.stream().anyMatch(kind -> item.get(kind).isPresent())
                && !(plain && text.length() <= 2);
        return new Block(level, role, message, item, plain ? text : item.json().missing(), marked, markable, movable);
    }

    /** What the model reads: tools, system, messages. */
    List<Block> blocks() {
        return blocks;
    }

    /** The application's own cache points. */
    List<Node> points() {
        return points;
    }

    /**
     * Those of the points that stand before a block as the provider reads them, wherever the request has them.
     *
     * @param block one of these
     */
    List<Node> pointsBefore(Block block) {
        int place = 0;
        while (blocks.get(place).node().start() != block.node().start()) {
            place++;
        }
        int before = 0;
        while (before < points.size() && places.get(before) <= place) {
            before++;
        }
        return points.subList(0, before);
    }

    /** Bytes of text the model reads; media are none. */
    long bytes() {
        return blocks.stream().mapToLong(ConverseBlocks::bytes).sum();
    }

    private static long bytes(Block block) {
        if (block.text().exists()) {
            return block.text().length() - 2L;
        }
        boolean media = MEDIA.stream().anyMatch(kind -> block.node().get(kind).isPresent());
        return media ? 0 : block.node().length();
    }
}
