// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Anthropic's marks on chat completions with Claude, as OpenRouter takes them and hands them on: on the texts of messages and on
 * tools, by Anthropic's rules for how many there may be and in which order. Its guide to prompt caching and its API reference
 * as of August 2026. Its usage tells in one figure what was written, so that no mark is for an hour. The model's own words are
 * not marked.
 */
final class ChatMarks {
    static final String MARK = "cache_control";
    private static final String MAKER = "claude";
    private static final Set<String> OF_THE_SYSTEM = Set.of("system", "developer");
    private static final Set<String> OF_THE_TALK = Set.of("user", "tool");

    private ChatMarks() {}

    /** Whether a model is one of Anthropic's, by any host's name for it. */
    static boolean areKnownTo(String model) {
        return model.contains(MAKER);
    }

    /** Whether a mark may stand on a function, or on a text that is not empty: the reference has none on images and files. */
    static boolean mayStandOn(Level level, String role, Node node) {
        if (level == Level.TOOLS) {
            return node.get("type").is("function");
        }
        if (!(level == Level.SYSTEM ? OF_THE_SYSTEM : OF_THE_TALK).contains(role)) {
            return false; // where a system text goes that comes late is not known
        }
        return node.is(Kind.STRING)
                ? node.length() > 2
                : node.get("type").is("text") && node.get("text").length() > 2;
    }

    /** Sets a mark. */
    static Change mark(Block block, boolean longLived, Node request, Lens lens) {
        return longLived
                ? Change.refuse("no_long_marks")
                : new Breakpoint(block, false).in(request, lens.blocks(), lens.marksBesideTheAnswer());
    }

    /** Marks on whole messages, which OpenRouter's own SDKs set, though its reference has none. */
    static List<Node> onMessages(Node request) {
        List<Node> marks = new ArrayList<>();
        for (Node message : request.get("messages").items()) {
            marks.addAll(Marks.on(message));
        }
        return marks;
    }

    /** What Anthropic's settings become that make its cache forget the messages. */
    static List<Node> settings(Node request, Level level) {
        return level == Level.MESSAGES
                ? List.of(
                        request.get("tool_choice"),
                        request.get("parallel_tool_calls"),
                        request.get("reasoning"),
                        request.get("reasoning_effort"),
                        request.get("verbosity"))
                : List.of();
    }
}
