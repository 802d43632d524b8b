// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Arrays;
import java.util.Optional;

/** A host's own way of counting, where it differs from that of the API it speaks. */
public enum Custom {
    /** Reasoning is not among the output tokens, and billed like them. */
    REASONING_APART("reasoning_apart"),
    /** The usage says in USD what the call cost. */
    TELLS_COST("tells_cost"),
    /** The usage says what the call cost in ticks, of which ten thousand million are a USD. */
    TELLS_TICKS("tells_ticks");

    private final String word;

    Custom(String word) {
        this.word = word;
    }

    /**
     * The custom of a word in our table of hosts.
     *
     * @param word such as {@code reasoning_apart}
     */
    public static Optional<Custom> of(String word) {
        return Arrays.stream(values())
                .filter(custom -> custom.word.equals(word))
                .findFirst();
    }

    /** The word in our table of hosts. */
    @Override
    public String toString() {
        return word;
    }
}
