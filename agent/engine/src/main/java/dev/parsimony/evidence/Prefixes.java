// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginnings of one prompt at which the provider's cache could be asked to stop: behind the last tool, and behind each
 * block of the system text. Their digests form a chain, each made of the one before and the blocks between, so the whole
 * prompt is read once and two prompts share exactly the digests of what they share.
 */
final class Prefixes {
    private static final int MOST = 64; // a system text of more blocks than that has its later ones left out

    private final Hash hash;
    private final List<Node> marks;
    private final List<Prefix> found = new ArrayList<>();
    private Digest chain;
    private long bytes;

    private Prefixes(Hash hash, Place place, List<Node> marks) {
        this.hash = hash;
        this.marks = marks;
        this.chain = place.addTo(hash).digest();
    }

    /**
     * The prefixes of a request, the shortest first.
     *
     * @param hash for the digests
     * @param place where it goes
     * @param lens the request; marks in it do not count as part of it
     */
    static List<Prefix> of(Hash hash, Place place, Lens lens) {
        Prefixes prefixes = new Prefixes(hash, place, lens.marksBesideTheAnswer());
        List<Block> fixed = fixed(lens);
        for (int i = 0; i < fixed.size() && prefixes.found.size() < MOST; i++) {
            boolean boundary = fixed.get(i).level() == Level.SYSTEM
                    || i + 1 == fixed.size()
                    || fixed.get(i + 1).level() == Level.SYSTEM;
            prefixes.add(fixed.get(i), boundary);
        }
        return prefixes.found;
    }

    /** What stands before the conversation. */
    static List<Block> fixed(Lens lens) {
        return lens.blocks().stream()
                .takeWhile(block -> block.level() != Level.MESSAGES)
                .toList();
    }

    /** How many bytes of a block the model reads. */
    static long bytes(Block block) {
        return block.text().exists() ? block.text().length() - 2L : block.node().length();
    }

    private void add(Block block, boolean boundary) {
        chain = hash.digest(chain)
                .number(block.level().ordinal())
                .json(block.node(), marks)
                .digest();
        bytes += bytes(block);
        if (boundary) {
            found.add(new Prefix(block, bytes, chain));
        }
    }
}
