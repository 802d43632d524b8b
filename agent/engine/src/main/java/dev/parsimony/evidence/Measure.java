// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * How long prefixes of one model are.
 *
 * @param sizes knows how models count
 * @param model the model's name as sent
 */
record Measure(Sizes sizes, String model) {
    /** Whether a prefix is likely to be long enough to be kept. A mark on one that is not costs nothing. */
    boolean isEnough(Prefix prefix, CacheRules rules) {
        return tokens(prefix.bytes()) >= rules.minimum();
    }

    /** How many tokens some bytes are. */
    double tokens(long bytes) {
        return sizes.tokens(model, bytes);
    }
}
