// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;

/**
 * What a call would have used had a provider that keeps prompts unasked always been left to itself: it would have read the
 * longest prefix kept of an earlier prompt, and written, at a charge, all the rest. An estimate, as far as this process knows
 * who sends what.
 *
 * @param read how much it would have read, in tokens by our estimate
 * @param prompt how long the prompt is, in tokens by our estimate
 * @param rules what reading and writing cost
 */
record LeftAlone(double read, double prompt, CacheRules rules) {
    /** The usage there would have been: as many tokens as were counted, parted otherwise. */
    Usage instead(Usage usage) {
        long text = usage.of(TokenKind.INPUT) + usage.cacheWrite() + usage.of(TokenKind.CACHE_READ);
        long again = Math.round(text * Math.min(1, read / Math.max(1, prompt)));
        long written = text < rules.minimum() ? 0 : text - again;
        return usage.with(TokenKind.INPUT, text - again - written)
                .with(TokenKind.CACHE_READ, again)
                .with(TokenKind.CACHE_WRITE, written)
                .with(TokenKind.CACHE_WRITE_LONG, 0);
    }

    /** How much less the call cost than it would have, in tokens of plain input; negative where it cost more. */
    double balance(Usage usage) {
        return balance(usage, rules) - balance(instead(usage), rules);
    }

    /**
     * What a call costs more that is left alone, since earlier ones were not: it writes what would have been there to read.
     *
     * @param held how much is there, in tokens by our estimate
     * @return in tokens of plain input, 0 or less
     */
    double arrears(double held) {
        return Math.min(0, held - read) * (rules.brief().write() - rules.read());
    }

    private static double balance(Usage usage, CacheRules rules) {
        double read = (double) usage.of(TokenKind.CACHE_READ);
        double brief = (double) usage.of(TokenKind.CACHE_WRITE);
        return rules.balance(read, brief, (double) usage.of(TokenKind.CACHE_WRITE_LONG));
    }
}
