// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;
import java.util.Set;

/**
 * A mark that is to end a cached prefix of Anthropic's; rules of its prompt caching guide as of November 2026: four marks at
 * most, an automatic one on the request counted, and those of an hour before those of five minutes.
 *
 * @param block the last block of the prefix
 * @param longLived an hour instead of five minutes
 */
record Breakpoint(Block block, boolean longLived) {
    private static final int MOST = 4;
    private static final String MARK = "cache_control";
    private static final Set<String> KINDS = Set.of(
            "text",
            "image",
            "document",
            "search_result",
            "tool_use",
            "tool_result",
            "server_tool_use",
            "web_search_tool_result",
            "web_fetch_tool_result",
            "container_upload",
            "tool_reference");

    /** Whether a mark may stand on a tool, or on a part of a message that is neither thinking nor empty text. */
    static boolean mayStandOn(Block.Level level, Node node) {
        if (level == Block.Level.TOOLS) {
            return !node.get("defer_loading").isTrue();
        }
        if (node.is(Kind.STRING)) {
            return node.length() > 2;
        }
        return KINDS.contains(node.get("type").text()) && !isEmptyText(node);
    }

    private static boolean isEmptyText(Node node) {
        return node.get("type").is("text") && node.get("text").length() <= 2;
    }

    /**
     * Sets the mark.
     *
     * @param request the request
     * @param blocks its blocks, in the order of the prefix
     * @param marks the marks it carries
     */
    Change in(Node request, List<Block> blocks, List<Node> marks) {
        if (block.marked() || !block.markable()) {
            return Change.refuse(block.marked() ? "already_marked" : "not_markable");
        }
        Node automatic = request.get(MARK);
        if (marks.stream().filter(Node::isPresent).count() >= MOST) {
            return Change.refuse("too_many_marks");
        }
        if (automatic.isPresent() && isLast(blocks)) {
            return Change.refuse("already_marked"); // the automatic mark goes there
        }
        return !marks.isEmpty() && breaksOrder(blocks) || !longLived && isLong(automatic)
                ? Change.refuse("ttl_order")
                : make();
    }

    private boolean isLast(List<Block> blocks) {
        return isSame(blocks.get(blocks.size() - 1));
    }

    private boolean breaksOrder(List<Block> blocks) {
        boolean before = true;
        for (Block other : blocks) {
            before &= !isSame(other);
            for (Node mark : Marks.in(other.node())) {
                if (mark.isPresent() && (before ? longLived && !isLong(mark) : !longLived && isLong(mark))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSame(Block other) {
        return other.node().start() == block.node().start();
    }

    private static boolean isLong(Node mark) {
        return mark.get("ttl").is("1h");
    }

    private Change make() {
        String mark = longLived ? "{\"type\":\"ephemeral\",\"ttl\":\"1h\"}" : "{\"type\":\"ephemeral\"}";
        Node node = block.node();
        if (node.is(Kind.STRING)) {
            String text = "[{\"type\":\"text\",\"text\":" + node.raw() + ",\"" + MARK + "\":" + mark + "}]";
            return Change.make(Edits.none().replace(node, text));
        }
        Node empty = node.get(MARK); // null is no mark, but it is a member
        return Change.make(
                empty.exists()
                        ? Edits.none().replace(empty, mark)
                        : Edits.none().append(node, MARK, mark));
    }
}
