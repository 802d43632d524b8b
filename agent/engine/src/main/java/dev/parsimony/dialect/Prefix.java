// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a request apart into what the model reads, in the order of the provider's prompt cache. */
final class Prefix {
    private static final Set<String> MOVABLE_ROLES = Set.of("system", "developer", "user");

    private final Markable markable;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * An empty prefix.
     *
     * @param markable where a mark may stand
     */
    Prefix(Markable markable) {
        this.markable = markable;
    }

    /** Adds tools; nothing if the list is missing. */
    Prefix tools(Node tools) {
        tools.items().forEach(tool -> add(Level.TOOLS, "", -1, tool, tool.json().missing()));
        return this;
    }

    /** Adds a system text that stands outside the messages. */
    Prefix system(Node system) {
        return content(Level.SYSTEM, "system", -1, system);
    }

    /** Adds a system text that stands outside the messages and is a text, never a list of parts that a mark could stand on. */
    Prefix instructions(Node text) {
        if (text.is(Kind.STRING)) {
            add(Level.SYSTEM, "system", -1, text, text, Markable.nothing());
        }
        return this;
    }

    /** Adds messages or input items; the system's are of the system's level as long as nobody else has spoken. */
    Prefix messages(Node messages) {
        if (messages.is(Kind.STRING)) {
            return content(Level.MESSAGES, "user", 0, messages);
        }
        Level level = Level.SYSTEM;
        List<Node> items = messages.items();
        for (int i = 0; i < items.size(); i++) {
            level = level == Level.SYSTEM && Transcript.isSystem(items.get(i)) ? Level.SYSTEM : Level.MESSAGES;
            message(level, i, items.get(i));
        }
        return this;
    }

    /** Adds a text that is no message and means something only as it stands; nothing if it is missing. */
    Prefix fixed(Node text) {
        return content(Level.MESSAGES, "", 0, text);
    }

    private void message(Level level, int index, Node message) {
        String role = message.get("role").text();
        Node content = message.get("content");
        content(level, role, index, content);
        for (Node call : message.get("tool_calls").items()) {
            add(level, role, index, call, call.json().missing());
        }
        if (!content.isPresent() && !message.get("tool_calls").isPresent()) {
            add(
                    level,
                    role,
                    index,
                    message,
                    message.json().missing()); // an item of the Responses API that is no message
        }
    }

    private Prefix content(Level level, String role, int message, Node content) {
        if (content.is(Kind.STRING)) {
            add(level, role, message, content, content);
        }
        for (Node part : content.items()) {
            add(level, role, message, part, Content.textOf(part));
        }
        return this;
    }

    /** Adds a value; its text may be missing. */
    void add(Level level, String role, int message, Node node, Node text) {
        add(level, role, message, node, text, markable);
    }

    private void add(Level level, String role, int message, Node node, Node text, Markable where) {
        boolean marked = Marks.has(node);
        blocks.add(new Block(
                level,
                role,
                message,
                node,
                text,
                marked,
                !marked && where.test(level, role, node),
                isMovable(role, node, text)));
    }

    /** Notes that the provider sets the application's mark itself: behind the last block that may carry one. */
    Prefix markedAtItsEnd(Node automatic) {
        for (int i = blocks.size() - 1; automatic.isPresent() && i >= 0; i--) {
            Block block = blocks.get(i);
            if (block.marked() || block.markable()) {
                blocks.set(i, marked(block));
                return this;
            }
        }
        return this;
    }

    private static Block marked(Block block) {
        return new Block(
                block.level(), block.role(), block.message(), block.node(), block.text(), true, false, block.movable());
    }

    private static boolean isMovable(String role, Node node, Node text) {
        return text.length() > 2
                && MOVABLE_ROLES.contains(role)
                && !node.get("citations").isPresent();
    }

    /** The blocks so far. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Bytes of text in blocks, media left out. */
    static long bytes(List<Block> blocks) {
        long bytes = 0;
        for (Block block : blocks) {
            bytes += bytes(block);
        }
        return bytes;
    }

    private static long bytes(Block block) {
        if (block.text().exists()) {
            return block.text().length() - 2L;
        }
        return block.node().length() - (block.level() == Level.TOOLS ? 0 : Media.bytes(block.node()));
    }

    /** The marks in a request: on itself and on its blocks. */
    static List<Node> marks(Node request, List<Block> blocks) {
        List<Node> marks = Marks.on(request);
        blocks.forEach(block -> marks.addAll(Marks.in(block.node())));
        return marks;
    }
}
