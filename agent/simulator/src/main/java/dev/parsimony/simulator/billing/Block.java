// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

/**
 * The smallest part of a prompt that a provider looks at: a tool, a system block, one part of a message. Two blocks are the same to a prompt cache
 * when head and text are the same bytes.
 *
 * @param head what comes before the text: role, kind, settings; for parts that are no text, the whole part
 * @param text the text, which a cache may cut anywhere; empty for parts that are no text
 * @param headTokens tokens of the head, counted before those of the text
 * @param textTokens tokens of the text
 * @param mark the caller's wish to cache the prompt up to here
 * @param boundary whether the provider would put a mark of its own after this block
 */
public record Block(byte[] head, byte[] text, int headTokens, int textTokens, Mark mark, boolean boundary) {

    /** Tokens of head and text. */
    public int tokens() {
        return headTokens + textTokens;
    }

    Block marked(Mark other) {
        return new Block(head, text, headTokens, textTokens, other, boundary);
    }

    Block bounded(boolean other) {
        return new Block(head, text, headTokens, textTokens, mark, other);
    }
}
