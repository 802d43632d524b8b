// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request as its provider reads it: blocks in rendered order and what else a cached prefix depends on.
 *
 * @param root settings that change the whole prompt's meaning; another root shares no prefix
 * @param blocks the blocks, first to last
 * @param wish how the caller wants the prompt cached
 * @param factor how the model counts, to cut a text at a token
 */
public record Prompt(String root, List<Block> blocks, Wish wish, TokenFactor factor) {

    /** Tokens that every request costs beyond its blocks. */
    static final int PRIMING = 3;

    /** A prompt of these blocks. */
    public Prompt {
        blocks = List.copyOf(blocks);
    }

    /** Tokens of the whole prompt. */
    public int tokens() {
        return PRIMING + blocks.stream().mapToInt(Block::tokens).sum();
    }

    /** A hash of everything the prompt says, the same for prompts that differ in nothing but marks and hints. */
    public String fingerprint() {
        Prefix prefix = Prefix.of(root);
        blocks.forEach(prefix::add);
        return prefix.key();
    }

    /** The same prompt where it shares prefixes with nobody outside this partition. */
    public Prompt within(String partition) {
        return new Prompt(partition + '\n' + root, blocks, wish, factor);
    }

    @Override
    public String toString() {
        return blocks.stream()
                .map(block -> block.tokens() + (block.mark() == Mark.NONE ? "" : "|" + block.mark()))
                .collect(Collectors.joining(" ", "prompt of ", " tokens"));
    }

    /**
     * How the caller wants a prompt cached, apart from the marks on blocks. Anthropic has no such wishes.
     *
     * @param routing OpenAI's {@code prompt_cache_key}: requests of another key do not meet
     * @param ownBreakpoint whether the provider may set a breakpoint of its own (OpenAI's implicit mode)
     * @param life how long OpenAI is to keep what it writes
     */
    public record Wish(String routing, boolean ownBreakpoint, Mark life) {

        /** No wish at all. */
        static final Wish NONE = new Wish("", true, Mark.SHORT);
    }
}
