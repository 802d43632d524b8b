// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Prices for a span of time.
 *
 * @param from when they begin to hold; {@link Instant#MIN} where the table does not say
 * @param base the prices where nothing below applies
 * @param above other prices for long requests, the lowest threshold first
 * @param hours other prices at some times of the day
 */
public record Period(Instant from, Prices base, List<Threshold> above, List<Hours> hours) {
    /** The prices for long requests that a request of this size falls under, if it does. */
    Optional<Threshold> threshold(long inputTokens) {
        return above.stream().filter(t -> inputTokens > t.inputTokens()).reduce((lower, higher) -> higher);
    }

    /** The prices of the time of the day, if there are any for this one. */
    Optional<Hours> hour(Instant at) {
        return hours.stream().filter(h -> h.holds(at)).findFirst();
    }

    /**
     * The prices of one request.
     *
     * @param inputTokens all its input, cached parts included
     * @param at when it was made
     */
    public Prices prices(long inputTokens, Instant at) {
        return threshold(inputTokens)
                .map(Threshold::prices)
                .or(() -> hour(at).map(Hours::prices))
                .orElse(base);
    }
}
