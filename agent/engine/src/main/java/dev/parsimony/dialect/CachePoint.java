// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A cache point that is to end a cached prefix in a request of Bedrock's Converse; rules of Amazon's guide to prompt caching
 * as of November 2026: four at most, those of an hour before those of five minutes. Only models of Anthropic's are marked:
 * Nova's cache repeated texts of their own accord.
 *
 * @param block the last block of the prefix
 * @param longLived an hour instead of five minutes
 */
record CachePoint(Block block, boolean longLived) {
    private static final int MOST = 4;
    private static final String MAKER = "anthropic.claude-";

    /** Before the first models whose prompts could be cached. */
    private static final List<String> NONE =
            List.of("3-haiku", "3-sonnet", "3-opus", "3-5-sonnet-20240620", "v2", "instant");

    /** Models that keep a prefix for five minutes only: those before the 4.5 generation. */
    private static final List<String> SHORT = List.of("3-5", "3-7", "opus-4-2025", "opus-4-1", "sonnet-4-2025");

    /**
     * Sets the point.
     *
     * @param model the model the request goes to
     * @param parts the request's parts
     */
    Change in(String model, ConverseBlocks parts) {
        if (block.marked() || !block.markable()) {
            return Change.refuse(block.marked() ? "already_marked" : "not_markable");
        }
        Optional<String> objection = objection(model, longLived);
        if (objection.isPresent()) {
            return Change.refuse(objection.get());
        }
        if (parts.points().size() >= MOST) {
            return Change.refuse("too_many_marks");
        }
        return breaksOrder(parts) ? Change.refuse("ttl_order") : make();
    }

    /** Why Bedrock keeps no prefix of a model, or not for so long; empty if it does. */
    static Optional<String> objection(String model, boolean longLived) {
        int maker = model.indexOf(MAKER);
        String name = maker < 0 ? "" : model.substring(maker + MAKER.length());
        if (maker < 0 || beginsWithOneOf(name, NONE)) {
            return Optional.of("no_marks");
        }
        return longLived && beginsWithOneOf(name, SHORT) ? Optional.of("no_long_marks") : Optional.empty();
    }

    private static boolean beginsWithOneOf(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }

    /** Tools come before the system's texts and those before messages, wherever the request has them. */
    private boolean breaksOrder(ConverseBlocks parts) {
        List<Node> before = parts.pointsBefore(block);
        List<Node> behind = parts.points().subList(before.size(), parts.points().size());
        return longLived
                ? !before.stream().allMatch(CachePoint::isLong)
                : behind.stream().anyMatch(CachePoint::isLong);
    }

    private static boolean isLong(Node point) {
        return point.get("ttl").is("1h");
    }

    private Change make() {
        String ttl = longLived ? ",\"ttl\":\"1h\"" : "";
        String point = ",{\"cachePoint\":{\"type\":\"default\"" + ttl + "}}";
        int end = block.node().end();
        return Change.make(Edits.none().splice(end, end, point.getBytes(StandardCharsets.UTF_8)));
    }
}
