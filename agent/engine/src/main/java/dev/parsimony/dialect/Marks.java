// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks for the provider's prompt cache, where APIs let them stand: on a request, on a block, on the parts of a tool's
 * result. A property of the same name inside a tool's schema or input is none.
 */
final class Marks {
    private static final List<String> NAMES = List.of("cache_control", "prompt_cache_breakpoint");

    private Marks() {}

    /** The marks directly on a value. */
    static List<Node> on(Node value) {
        List<Node> marks = new ArrayList<>(1);
        for (String name : NAMES) {
            Node mark = value.get(name);
            if (mark.exists()) {
                marks.add(mark);
            }
        }
        return marks;
    }

    /** The marks on a block and on the parts of its content. */
    static List<Node> in(Node block) {
        List<Node> marks = on(block);
        for (Node part : block.get("content").items()) {
            marks.addAll(on(part));
        }
        return marks;
    }

    /** Whether a value carries a mark; {@code null} is none. */
    static boolean has(Node value) {
        return on(value).stream().anyMatch(Node::isPresent);
    }
}
