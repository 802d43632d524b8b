// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Digest;

/**
 * The beginning of a prompt, up to the end of one block.
 *
 * @param last its last block
 * @param index that block's place, from 0
 * @param bytes how many bytes of text and tool definitions it holds
 * @param digest stands for all of it, and for the place it was sent to
 */
record Prefix(Block last, int index, long bytes, Digest digest) {
    @Override
    public String toString() {
        return last.level() + " " + digest + " (" + bytes + " bytes)"; // never the content
    }
}
