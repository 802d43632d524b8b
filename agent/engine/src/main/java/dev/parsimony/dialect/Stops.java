// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.Set;

/**
 * Breakpoints of OpenAI's prompt cache from GPT-5.6 on, where what is written is charged: on parts of messages, four at most,
 * and of one lifetime. Unless a request says otherwise, the provider sets one of its own behind the newest message, and
 * charges for that. Rules of OpenAI's prompt caching guide as of November 2026. The model's own words are not marked: whether
 * a string of theirs may become parts differs between the APIs.
 */
final class Stops {
    private static final String TRAIT = "breakpoints";
    private static final String OPTIONS = "prompt_cache_options";
    private static final String RETENTION = "prompt_cache_retention";
    private static final String STOP = "\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}";
    private static final Set<String> ROLES = Set.of("system", "developer", "user");
    private static final Set<String> KINDS =
            Set.of("text", "input_text", "image_url", "input_image", "input_audio", "file", "input_file");

    private Stops() {}

    /** Where a model lets breakpoints stand. */
    static Markable of(String model) {
        return Family.of(model).has(TRAIT) ? Stops::mayStandOn : Markable.nothing();
    }

    private static boolean mayStandOn(Level level, String role, Node node) {
        if (level == Level.TOOLS || !ROLES.contains(role)) {
            return false;
        }
        return node.is(Kind.STRING)
                ? node.length() > 2
                : KINDS.contains(node.get("type").text());
    }

    /**
     * Sets a breakpoint.
     *
     * @param block behind which block
     * @param longLived whether for longer than the provider keeps what it is not asked to keep longer
     * @param type what a part that is a text calls itself
     * @param around what a text becomes that is made a part, {@code %s} being the part
     */
    static Change mark(Block block, boolean longLived, String type, String around) {
        if (block.marked() || !block.markable()) {
            return Change.refuse(block.marked() ? "already_marked" : "no_marks");
        }
        if (longLived) {
            return Change.refuse("no_long_marks");
        }
        Node node = block.node();
        if (node.is(Kind.STRING)) {
            String part = "{\"type\":\"" + type + "\",\"text\":" + node.raw() + "," + STOP + "}";
            return Change.make(Edits.none().replace(node, String.format(around, part)));
        }
        Node empty = node.get("prompt_cache_breakpoint"); // null is none, but it is a member
        String stop = STOP.substring(STOP.indexOf(':') + 1);
        return Change.make(
                empty.exists()
                        ? Edits.none().replace(empty, stop)
                        : Edits.none().append(node, "prompt_cache_breakpoint", stop));
    }

    /** Has the provider set no breakpoint of its own. What the application says about its cache stays as it is. */
    static Change only(Node request, String model) {
        if (!Family.of(model).has(TRAIT)) {
            return Change.refuse("no_marks");
        }
        if (request.get(OPTIONS).exists() || request.get(RETENTION).exists()) {
            return Change.refuse("already_told");
        }
        return Change.make(Edits.none().append(request, OPTIONS, "{\"mode\":\"explicit\"}"));
    }
}
