// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Anthropic's prompt cache: prefixes are written and looked for at marks only. From each mark it looks back over at most twenty blocks, the marked one
 * first, for a prefix an earlier request wrote; the longest found is read, what follows up to the last mark is written, at the price of the mark that
 * covers it. A prefix shorter than the model's minimum is neither. A hit renews the entry and those it contains, each for its own life. Source:
 * Anthropic's prompt caching page, November 2026.
 */
final class MarkedCache implements PromptCache {

    private static final int LOOKBACK = 20;
    private static final Lifetime FIVE_MINUTES = Lifetime.renewed(Duration.ofMinutes(5));
    private static final Lifetime ONE_HOUR = Lifetime.renewed(Duration.ofHours(1));

    private final int minimum;
    private final Shelf shelf = new Shelf();

    MarkedCache(int minimum) {
        this.minimum = minimum;
    }

    @Override
    public Lookup lookup(Prompt prompt, Instant at) {
        Outline outline = Outline.of(prompt);
        int hit = longestHeld(prompt, outline, at);
        for (int block = 0; block <= hit; block++) {
            shelf.renew(outline.key(block), at);
        }
        return account(prompt, outline, hit);
    }

    private int longestHeld(Prompt prompt, Outline outline, Instant at) {
        for (int mark = prompt.blocks().size() - 1; mark >= 0; mark--) {
            if (prompt.blocks().get(mark).mark() != Mark.NONE) {
                int held = held(outline, mark, at);
                if (held >= 0) {
                    return held;
                }
            }
        }
        return -1;
    }

    private int held(Outline outline, int mark, Instant at) {
        for (int block = mark; block >= 0 && block > mark - LOOKBACK; block--) {
            if (shelf.holds(outline.key(block), at)) {
                return block;
            }
        }
        return -1;
    }

    private Lookup account(Prompt prompt, Outline outline, int hit) {
        int read = hit < 0 ? 0 : outline.tokens(hit);
        int written = read;
        int[] byLife = new int[Mark.values().length];
        Map<String, Lifetime> writes = new LinkedHashMap<>();
        for (int block = hit + 1; block < prompt.blocks().size(); block++) {
            Mark mark = prompt.blocks().get(block).mark();
            if (mark != Mark.NONE && outline.tokens(block) >= minimum) {
                byLife[mark.ordinal()] += outline.tokens(block) - written;
                written = outline.tokens(block);
                writes.put(outline.key(block), mark == Mark.LONG ? ONE_HOUR : FIVE_MINUTES);
            }
        }
        return new Lookup(
                new Usage(
                        prompt.tokens() - written,
                        read,
                        byLife[Mark.SHORT.ordinal()],
                        byLife[Mark.LONG.ordinal()],
                        0,
                        0),
                writes,
                shelf);
    }
}
