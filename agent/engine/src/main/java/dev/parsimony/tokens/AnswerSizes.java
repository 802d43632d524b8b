// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.tokens;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Estimates output tokens from the bytes that an answer took, envelope included, by what answers of the same API, form and
 * model family took for whose tokens the provider counted. Says nothing of a kind of which it has seen none.
 */
public final class AnswerSizes {
    private static final int MOST_KINDS = 256;

    /** Below this, what stands around the text outweighs the text. */
    private static final long FEWEST_TOKENS = 16;

    private final Map<String, Ratio> ratios = new ConcurrentHashMap<>();

    /**
     * Estimates tokens.
     *
     * @param form the API and whether the answer was streamed
     * @param model the model's name
     * @param bytes what has passed of the answer's body
     * @return tokens, 0 or more; nothing if no answer of the kind was counted
     */
    public OptionalLong tokens(String form, String model, long bytes) {
        Ratio known = ratios.get(key(form, model));
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.tokens(bytes, Lean.EVEN));
    }

    /**
     * Learns from an answer that is whole and whose tokens the provider counted.
     *
     * @param form the API and whether the answer was streamed
     * @param model the model's name
     * @param bytes what its body took
     * @param tokens the output tokens of it that can be seen, reasoning left out
     */
    public void learn(String form, String model, long bytes, long tokens) {
        String key = key(form, model);
        if (tokens >= FEWEST_TOKENS && bytes > 0 && (ratios.size() < MOST_KINDS || ratios.containsKey(key))) {
            ratios.merge(key, Ratio.UNSEEN.after(bytes, tokens), (known, first) -> known.after(bytes, tokens));
        }
    }

    private static String key(String form, String model) {
        return form + ' ' + Estimator.family(model);
    }
}
