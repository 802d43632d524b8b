// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.tokens;

/**
 * How many bytes make a token of one model family, and how far single requests stray from that.
 *
 * @param bytesPerToken a moving mean
 * @param spread the moving mean of how far a request's own ratio was off, as a part of the mean: 0.1 is ten per cent
 * @param samples how many requests it rests on
 */
record Ratio(double bytesPerToken, double spread, int samples) {
    /**
     * Before anything is known: four bytes, OpenAI's rule of thumb for English (help page on tokens, 2026), and trust it by
     * half.
     */
    static final Ratio UNSEEN = new Ratio(4, 0.25, 0);

    /** The least weight of a new sample: about the last twenty count. */
    private static final double LEAST_WEIGHT = 0.05;

    /** The ratio after one more request. */
    Ratio after(long bytes, long tokens) {
        double seen = (double) bytes / tokens;
        double weight = Math.max(LEAST_WEIGHT, 1.0 / (samples + 1));
        double mean = bytesPerToken + weight * (seen - bytesPerToken);
        double off = Math.abs(seen - bytesPerToken) / bytesPerToken;
        return new Ratio(mean, spread + Math.min(weight, 0.2) * (off - spread), Math.min(samples + 1, 1_000_000));
    }

    /** The tokens of so many bytes. */
    long tokens(long bytes, Lean lean) {
        double even = bytes / bytesPerToken;
        double margin =
                Math.min(0.5, 2 * spread); // twice the mean deviation leaves about one request in twenty outside
        return switch (lean) {
            case EVEN -> Math.round(even);
            case LOW -> (long) Math.floor(even * (1 - margin));
            case HIGH -> (long) Math.ceil(even * (1 + margin));
        };
    }
}
