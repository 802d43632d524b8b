// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.time.Duration;
import java.util.List;

/**
 * The rules by which a model's prompt cache keeps what it is told to, as its tariff has them.
 *
 * @param minimum the shortest prefix that is kept, in tokens
 * @param read what reading a token costs, as a multiple of plain input
 * @param lives the lifetimes that may be chosen, the shortest first; one or two
 * @param marks how many marks a request may carry
 * @param unasked whether the provider writes what it is not told to, and charges for it
 */
public record CacheRules(long minimum, double read, List<Life> lives, int marks, boolean unasked) {
    /**
     * A lifetime.
     *
     * @param length how long after its last use a prefix is kept
     * @param write what writing a token costs, as a multiple of plain input
     */
    public record Life(Duration length, double write) {}

    /** The same for one who may choose the shortest life alone. */
    CacheRules briefly() {
        return new CacheRules(minimum, read, List.of(brief()), marks, unasked);
    }

    /** The shortest life. */
    Life brief() {
        return lives.get(0);
    }

    /** The longest life; the shortest where there is but one. */
    Life longest() {
        return lives.get(lives.size() - 1);
    }

    /** What a token is worth to whom it is read for, less the dearer writing, both as multiples of plain input. */
    double balance(double read, double writtenShort, double writtenLong) {
        return read * (1 - this.read)
                - writtenShort * (brief().write() - 1)
                - writtenLong * (longest().write() - 1);
    }
}
