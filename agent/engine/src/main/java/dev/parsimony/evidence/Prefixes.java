// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.QuickHash;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginnings of one prompt, each up to the end of a block, in the order in which the provider's cache compares them. Their
 * digests form a chain, so that the whole prompt is read once and two prompts share exactly the digests of what they share.
 */
final class Prefixes {
    private static final int MOST = 4096; // a prompt of more blocks than that has its later ones left out

    private final QuickHash hash;
    private final Lens lens;
    private final List<Node> marks;
    private int levels;
    private Digest chain;
    private long bytes;
    private int message = -1;

    private Prefixes(QuickHash hash, Place place, Lens lens) {
        this.hash = hash;
        this.lens = lens;
        this.marks = lens.marksBesideTheAnswer();
        this.chain = place.addTo(hash).digest();
    }

    /**
     * The prefixes of a request, the shortest first.
     *
     * @param hash for the digests
     * @param place where it goes
     * @param lens the request; marks in it do not count as part of it
     */
    static List<Prefix> of(QuickHash hash, Place place, Lens lens) {
        Prefixes prefixes = new Prefixes(hash, place, lens);
        List<Block> blocks = lens.blocks();
        List<Prefix> found = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size() && i < MOST; i++) {
            found.add(prefixes.upTo(blocks.get(i), i));
        }
        return found;
    }

    /** How many bytes of a block the model reads. */
    static long bytes(Block block) {
        return block.text().exists() ? block.text().length() - 2L : block.node().length();
    }

    private Prefix upTo(Block block, int index) {
        hash.digest(chain);
        settings(block.level());
        hash.number(block.level().ordinal()).number(block.message() == message ? 1 : 0);
        message = block.message();
        if (block.level() == Level.MESSAGES) {
            hash.text(block.role());
        }
        if (block.text().exists()) {
            hash.raw(block.text()); // a text is long, and compact as it stands
        }
        if (block.node() != block.text() && !sameSpan(block)) {
            hash.json(block.node(), besideTheText(block));
        }
        chain = hash.digest();
        bytes += bytes(block);
        return new Prefix(block, index, bytes, chain);
    }

    /** Settings stand before the first block of their level, or of a later one where it has none. */
    private void settings(Level level) {
        for (; levels <= level.ordinal(); levels++) {
            for (Node setting : lens.settings(Level.values()[levels])) {
                hash.number(setting.isPresent() ? 1 : 0);
                if (setting.isPresent()) {
                    hash.json(setting, marks);
                }
            }
        }
    }

    private static boolean sameSpan(Block block) {
        return block.text().exists() && block.text().start() == block.node().start();
    }

    private List<Node> besideTheText(Block block) {
        if (!block.text().exists()) {
            return marks;
        }
        List<Node> without = new ArrayList<>(marks);
        without.add(block.text());
        return without;
    }
}
