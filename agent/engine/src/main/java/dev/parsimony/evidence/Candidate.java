// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * A prefix that may be marked, and what is expected of it.
 *
 * @param prefix the prefix
 * @param sighting what is known of it
 * @param gainShort what writing a token of it for the shortest life is expected to save, as a multiple of plain input;
 *     negative for a loss
 * @param gainLong the same for the longest life
 */
record Candidate(Prefix prefix, Sighting sighting, double gainShort, double gainLong) {
    /** The gain of a life: 0 is the shortest one. */
    double gain(int life) {
        return life == 0 ? gainShort : gainLong;
    }
}
