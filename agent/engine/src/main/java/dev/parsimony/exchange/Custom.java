// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A host's own way of counting, where it differs from that of the API it speaks. */
public enum Custom {
    /** Reasoning is not among the output tokens, and billed like them. */
    REASONING_APART("reasoning_apart"),
    /** The usage says in USD what the call cost. */
    TELLS_COST("tells_cost"),
    /** The usage says what the call cost in ticks, of which ten thousand million are a USD. */
    TELLS_TICKS("tells_ticks"),
    /** It keeps to one region, and some models cost more there: a surcharge of that name. */
    RESIDENCY("residency");

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

    /**
     * What changes every price at a host of these customs, in a tariff's words.
     *
     * @param customs the host's
     */
    public static List<String> surcharges(Set<Custom> customs) {
        return customs.contains(RESIDENCY) ? List.of(RESIDENCY.word) : List.of();
    }

    /** The word in our table of hosts. */
    @Override
    public String toString() {
        return word;
    }
}
