// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a provider billed an answer, as the answer says; what the request asked for may be another thing.
 *
 * @param tier the service tier that was used; empty if none was told
 * @param surcharges what else changes every price, in a tariff's words: {@code fast}, {@code geo_us}
 * @param charged what the provider itself says it charged, in USD; null where it says nothing
 */
public record Terms(
        String tier, List<String> surcharges, @Nullable BigDecimal charged) {
    /** Nothing was told: list prices. */
    public static final Terms LIST = new Terms("", List.of(), null);

    /** Keeps a copy. */
    public Terms {
        surcharges = List.copyOf(surcharges);
    }

    /** A service tier and nothing else. */
    public static Terms of(String tier) {
        return new Terms(tier, List.of(), null);
    }

    /** What the provider itself says it charged, in USD, if it says so. */
    public Optional<BigDecimal> told() {
        return Optional.ofNullable(charged);
    }
}
