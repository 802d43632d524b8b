// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How much of a prompt the application's own marks cover. That would have been written and read without ours, so that only
 * what lies behind it is put to our account; until the provider has counted it, the worse of what it may be is taken.
 *
 * @param prefix what they cover; null for nothing
 * @param least how much of the prompt that is at least, from 0 to 1
 * @param most how much it is at most
 * @param furtherHeld whether the provider is expected to hold more, so that reading more is due to our marks
 */
record Covered(@Nullable Sighting prefix, double least, double most, boolean furtherHeld) {
    /** No marks but ours: all that is read and written is due to them. */
    static final Covered NOTHING = new Covered(null, 0, 0, true);

    /** How far a share of bytes may be off as one of tokens. */
    private static final double OFF = 1.25;

    /** A prefix that is such a share of the prompt's bytes, and perhaps too short to be kept. */
    static Covered about(Sighting prefix, double share, boolean enough, boolean furtherHeld) {
        return new Covered(prefix, enough ? share / OFF : 0, Math.min(1, share * OFF), furtherHeld);
    }

    /** What our marks have saved, less what they have cost, in tokens of plain input. */
    double balance(Usage usage, CacheRules rules) {
        double own = Math.max(0, tokens(usage, least) - usage.cacheRead());
        double writtenShort = usage.of(TokenKind.CACHE_WRITE);
        double writtenLong = usage.of(TokenKind.CACHE_WRITE_LONG);
        double ownLong = Math.min(writtenLong, own); // the long life stands before the short
        double ownShort = Math.min(writtenShort, own - ownLong);
        return rules.balance(
                furtherHeld ? Math.max(0, usage.cacheRead() - tokens(usage, most)) : 0,
                writtenShort - ownShort,
                writtenLong - ownLong);
    }

    private double tokens(Usage usage, double share) {
        double estimate = usage.totalInput() * share;
        return prefix == null || prefix.tokens().isEmpty()
                ? estimate
                : prefix.tokens().getAsLong();
    }
}
