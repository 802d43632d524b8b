// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;

/** A prompt's prefixes at the end of each block: their keys and their lengths in tokens. */
public final class Outline {

    private final String[] keys;
    private final int[] tokens;

    private Outline(int blocks) {
        this.keys = new String[blocks];
        this.tokens = new int[blocks];
    }

    /** The prefixes of a prompt. */
    public static Outline of(Prompt prompt) {
        List<Block> blocks = prompt.blocks();
        Outline outline = new Outline(blocks.size());
        Prefix prefix = Prefix.of(prompt.root());
        int total = 0;
        for (int block = 0; block < blocks.size(); block++) {
            prefix.add(blocks.get(block));
            total += blocks.get(block).tokens();
            outline.keys[block] = prefix.key();
            outline.tokens[block] = total;
        }
        return outline;
    }

    /** The key of the prefix that ends with this block. */
    public String key(int block) {
        return keys[block];
    }

    /** Tokens of the prefix that ends with this block. */
    public int tokens(int block) {
        return tokens[block];
    }
}
