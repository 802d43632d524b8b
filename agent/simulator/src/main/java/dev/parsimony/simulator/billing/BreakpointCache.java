// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenAI's prompt cache from GPT-5.6 on: prefixes are written and found at breakpoints only, and writing is charged. In implicit mode the provider sets
 * one breakpoint at the end of the newest message that is not the assistant's and writes the latest three of the caller's; in explicit mode it writes
 * the latest four of the caller's and sets none. Looked for, longest first, are the latest eighty breakpoints of the conversation, without a limit in
 * blocks. A prefix below 1,024 tokens is neither. Entries live at least 30 minutes or 12 hours, here exactly that long after their last use,
 * which renews those contained in them too. Source:
 * OpenAI's prompt caching guide, November 2026.
 */
final class BreakpointCache implements PromptCache {

    private static final int LATEST = 80;
    private static final int WRITES = 4;
    private static final Lifetime HALF_AN_HOUR = Lifetime.renewed(Duration.ofMinutes(30));
    private static final Lifetime HALF_A_DAY = Lifetime.renewed(Duration.ofHours(12));

    private final int minimum;
    private final Shelf shelf = new Shelf();

    BreakpointCache(int minimum) {
        this.minimum = minimum;
    }

    @Override
    public Lookup lookup(Prompt routed, Instant at) {
        Prompt prompt = routed.within(routed.wish().routing());
        Outline outline = Outline.of(prompt);
        int hit = longestHeld(prompt, outline, at);
        for (int block = 0; block <= hit; block++) {
            shelf.renew(outline.key(block), at);
        }
        return account(prompt, outline, hit);
    }

    private int longestHeld(Prompt prompt, Outline outline, Instant at) {
        int looked = 0;
        for (int block = prompt.blocks().size() - 1; block >= 0 && looked < LATEST; block--) {
            if (isBreakpoint(prompt, block)) {
                looked++;
                if (shelf.holds(outline.key(block), at)) {
                    return block;
                }
            }
        }
        return -1;
    }

    private static boolean isBreakpoint(Prompt prompt, int block) {
        Block candidate = prompt.blocks().get(block);
        return candidate.mark() != Mark.NONE || (prompt.wish().ownBreakpoint() && candidate.boundary());
    }

    private Lookup account(Prompt prompt, Outline outline, int hit) {
        int read = hit < 0 ? 0 : outline.tokens(hit);
        int written = read;
        Map<String, Lifetime> writes = new LinkedHashMap<>();
        for (int block : written(prompt)) {
            if (block > hit && outline.tokens(block) >= minimum) {
                written = Math.max(written, outline.tokens(block));
                writes.put(outline.key(block), prompt.wish().life() == Mark.LONG ? HALF_A_DAY : HALF_AN_HOUR);
            }
        }
        boolean longLife = prompt.wish().life() == Mark.LONG;
        int fresh = written - read;
        return new Lookup(
                new Usage(prompt.tokens() - written, read, longLife ? 0 : fresh, longLife ? fresh : 0, 0, 0),
                writes,
                shelf);
    }

    /** Blocks after which this request writes: the provider's own breakpoint and the latest of the caller's. */
    private static List<Integer> written(Prompt prompt) {
        List<Integer> ends = new ArrayList<>();
        boolean ownIsDue = prompt.wish().ownBreakpoint();
        int allowed = ownIsDue ? WRITES - 1 : WRITES;
        for (int block = prompt.blocks().size() - 1; block >= 0; block--) {
            Block candidate = prompt.blocks().get(block);
            if (ownIsDue && candidate.boundary()) {
                ends.add(block);
                ownIsDue = false;
            } else if (candidate.mark() != Mark.NONE && allowed > 0) {
                ends.add(block);
                allowed--;
            }
        }
        return ends;
    }
}
