// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects a prompt's blocks in rendered order. What is said before a block (a role, a setting) becomes part of that block's head. */
final class BlockList {

    private final List<Block> blocks = new ArrayList<>();
    private final TokenFactor factor;
    private final StringBuilder before = new StringBuilder();
    private int overhead;

    BlockList(TokenFactor factor) {
        this.factor = factor;
    }

    /** A setting that what follows depends on; costs no tokens. */
    BlockList setting(String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            before.append(name).append('=').append(value).append('\n');
        }
        return this;
    }

    /** Opens a message, a system text or a tool, which costs {@link TokenFactor#OVERHEAD} tokens beyond its parts. */
    BlockList open(String kind) {
        before.append(kind).append('\n');
        overhead += TokenFactor.OVERHEAD;
        return this;
    }

    /** A text, with whatever else its part says. */
    void text(String text, JsonNode extras, Mark mark) {
        if (extras.isObject() && !extras.isEmpty()) {
            before.append(extras).append('\n');
        }
        byte[] bytes = Utf8.bytes(text);
        add(new Block(head(), bytes, headTokens(0), factor.tokens(bytes.length), mark, bytes.length > 0));
    }

    /** A part that is no text, of as many tokens. */
    void whole(JsonNode part, int tokens, Mark mark, boolean boundary) {
        before.append(part);
        add(new Block(head(), new byte[0], headTokens(tokens), 0, mark, boundary));
    }

    /** A part that is no text and costs the tokens of its JSON. */
    void whole(JsonNode part, Mark mark) {
        whole(part, factor.tokens(part.toString()), mark, true);
    }

    private void add(Block block) {
        blocks.add(block);
    }

    private byte[] head() {
        byte[] head = Utf8.bytes(before.toString());
        before.setLength(0);
        return head;
    }

    private int headTokens(int own) {
        int tokens = overhead + own;
        overhead = 0;
        return tokens;
    }

    int size() {
        return blocks.size();
    }

    /** Leaves a boundary only at the last block from this index on, and only when wanted. */
    void boundAfter(int first, boolean wanted) {
        for (int block = first; block < blocks.size(); block++) {
            boolean last = block == blocks.size() - 1;
            blocks.set(block, blocks.get(block).bounded(wanted && last));
        }
    }

    /** Marks the last block that may carry a mark, unless it has one. */
    void markLast(Mark mark) {
        for (int block = blocks.size() - 1; block >= 0; block--) {
            if (blocks.get(block).boundary()) {
                if (blocks.get(block).mark() == Mark.NONE) {
                    blocks.set(block, blocks.get(block).marked(mark));
                }
                return;
            }
        }
    }

    Prompt prompt(String root, Prompt.Wish wish) {
        return new Prompt(root, blocks, wish, factor);
    }
}
