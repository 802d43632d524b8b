// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenAI's prompt cache before GPT-5.6: nothing to ask for, nothing to pay for writing. A prompt of at least 1,024 tokens is kept in steps of 128
 * beyond them; the longest step that an earlier prompt shares is read. A request reaches the machine that its first 256 tokens and its
 * {@code prompt_cache_key} lead to, and sees what that one holds. In memory a prefix lives five minutes after its last use, an hour at most;
 * {@code prompt_cache_retention: 24h} keeps it a day. Gemini's implicit caching, of which Google promises no more than the minimum, is taken to work
 * the same. Sources: OpenAI's prompt caching guide and Google's page on context caching, November 2026.
 */
final class SteppedCache implements PromptCache {

    private static final int STEP = 128;
    private static final Lifetime IN_MEMORY = new Lifetime(Duration.ofMinutes(5), Duration.ofHours(1));
    private static final Lifetime A_DAY = Lifetime.renewed(Duration.ofHours(24));

    private final int minimum;
    private final Shelf shelf = new Shelf();

    SteppedCache(int minimum) {
        this.minimum = minimum;
    }

    @Override
    public Lookup lookup(Prompt routed, Instant at) {
        Prompt prompt = routed.within(routed.wish().routing());
        if (prompt.tokens() < minimum) {
            return Lookup.miss(prompt);
        }
        List<String> steps = steps(prompt);
        int held = longestHeld(steps, at);
        steps.subList(0, held).forEach(key -> shelf.renew(key, at));
        int read = held == 0 ? 0 : minimum + (held - 1) * STEP;
        Map<String, Lifetime> writes = new LinkedHashMap<>();
        steps.subList(held, steps.size()).forEach(key -> writes.put(key, life(prompt)));
        return new Lookup(new Usage(prompt.tokens() - read, read, 0, 0, 0, 0), writes, shelf);
    }

    private int longestHeld(List<String> steps, Instant at) {
        int held = steps.size();
        while (held > 0 && !shelf.holds(steps.get(held - 1), at)) {
            held--;
        }
        return held;
    }

    private static Lifetime life(Prompt prompt) {
        return prompt.wish().life() == Mark.LONG ? A_DAY : IN_MEMORY;
    }

    /** Keys of the prompt's prefixes of 1,024, 1,152, 1,280 ... tokens. */
    private List<String> steps(Prompt prompt) {
        List<String> keys = new ArrayList<>();
        Prefix prefix = Prefix.of(prompt.root());
        int next = minimum;
        int before = 0;
        for (Block block : prompt.blocks()) {
            while (next <= before + block.tokens()) {
                int inText = Math.max(0, next - before - block.headTokens());
                keys.add(prefix.keyWith(block, prompt.factor().bytes(inText)));
                next += STEP;
            }
            prefix.add(block);
            before += block.tokens();
        }
        return keys;
    }
}
