// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.tokens;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Estimates input tokens from bytes of text, per model family, and learns from the usage that providers report. Shared by
 * all threads; an estimate is one look-up.
 */
public final class Estimator {
    private static final int MOST_FAMILIES = 256;
    /** As many requests as weigh in the mean. */
    private static final int ENOUGH = 20;

    private static final int ONE_IN = 16;
    /** Below this, what the provider adds around the text outweighs the text. */
    private static final long FEWEST_TOKENS = 100;
    /** Bytes per token outside of these come from input that was not text, or was not all of the input. */
    private static final double LEAST_BYTES = 1;

    private static final double MOST_BYTES = 16;

    private final Map<String, Ratio> ratios = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * Estimates tokens.
     *
     * @param model the model's name
     * @param bytes bytes of text, as {@code Lens.promptBytes} counts them
     * @param lean to which side to err
     * @return tokens, 0 or more
     */
    public long tokens(String model, long bytes, Lean lean) {
        return ratios.getOrDefault(family(model), Ratio.UNSEEN).tokens(bytes, lean);
    }

    /**
     * Whether another count is of use: each of the first, then one in sixteen.
     *
     * @param model the model's name
     */
    public boolean wantsToLearn(String model) {
        Ratio known = ratios.getOrDefault(family(model), Ratio.UNSEEN);
        return known.samples() < ENOUGH || turn.incrementAndGet() % ONE_IN == 0;
    }

    /**
     * Learns from a count that the provider reported. Counts that cannot be of this text alone are ignored; requests with
     * images are better not shown at all.
     *
     * @param model the model's name
     * @param bytes bytes of the request's text
     * @param tokens all input tokens reported, cached ones included
     */
    public void learn(String model, long bytes, long tokens) {
        double ratio = (double) bytes / Math.max(1, tokens);
        if (tokens < FEWEST_TOKENS || ratio < LEAST_BYTES || ratio > MOST_BYTES) {
            return;
        }
        String family = family(model);
        if (ratios.size() < MOST_FAMILIES || ratios.containsKey(family)) {
            ratios.compute(family, (name, known) -> (known == null ? Ratio.UNSEEN : known).after(bytes, tokens));
        }
    }

    /** A model's name without the date of its snapshot: {@code gpt-4o-2024-08-06}, {@code claude-opus-4-5-20251101}. */
    static String family(String model) {
        int end = model.length();
        int digits = 0;
        while (end > 0 && digits < 8 && (isDigit(model.charAt(end - 1)) || model.charAt(end - 1) == '-')) {
            end--;
            digits += isDigit(model.charAt(end)) ? 1 : 0;
        }
        return digits == 8 && end > 0 && model.charAt(end - 1) == '-' ? model.substring(0, end - 1) : model;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
