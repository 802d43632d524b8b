// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one model costs at one provider.
 *
 * @param provider the provider, by the OpenTelemetry conventions' name where they have one
 * @param id the model's name
 * @param kind {@code chat} or {@code embedding}
 * @param status {@code active}, {@code legacy} or {@code retired}
 * @param aliases other names at the same price
 * @param regional names of regional variants, which cost {@code regionalFactor} times as much
 * @param regionalFactor the factor on regional names; 1 where there are none
 * @param periods prices over time, the oldest first
 * @param provisioned whether it is served by capacity that is paid for by the hour
 * @param factors on every price of a token, by the service tier or the surcharge that the answer names
 * @param limits its limits in tokens
 * @param provenance how far the figures can be trusted
 */
public record Tariff(
        String provider,
        String id,
        String kind,
        String status,
        List<String> aliases,
        List<String> regional,
        BigDecimal regionalFactor,
        List<Period> periods,
        boolean provisioned,
        Map<String, BigDecimal> factors,
        Limits limits,
        Provenance provenance) {
    private static final Set<String> STANDARD = Set.of("", "standard", "default", "auto", "on_demand");

    /** The same tariff, of a provider by its first name. */
    Tariff at(String itsProvider) {
        return with(itsProvider, aliases, regional, regionalFactor, factors, limits);
    }

    /** This tariff in the place of another one: what it does not say of names, factors and limits, that one says. */
    Tariff over(@Nullable Tariff before) {
        if (before == null) {
            return this;
        }
        boolean named = !aliases.isEmpty() || !regional.isEmpty();
        Map<String, BigDecimal> both = new TreeMap<>(before.factors);
        both.putAll(factors);
        return with(
                provider,
                named ? aliases : before.aliases,
                named ? regional : before.regional,
                named ? regionalFactor : before.regionalFactor,
                both,
                limits.over(before.limits));
    }

    private Tariff with(
            String itsProvider,
            List<String> names,
            List<String> regionalNames,
            BigDecimal itsRegionalFactor,
            Map<String, BigDecimal> itsFactors,
            Limits itsLimits) {
        return new Tariff(
                itsProvider,
                id,
                kind,
                status,
                names,
                regionalNames,
                itsRegionalFactor,
                periods,
                provisioned,
                itsFactors,
                itsLimits,
                provenance);
    }

    /** The prices in force at a time; empty before the first that are known. */
    public Optional<Period> at(Instant time) {
        return periods.stream().filter(p -> !time.isBefore(p.from())).reduce((earlier, later) -> later);
    }

    /**
     * The factor of a service tier.
     *
     * @param tier as the answer names it, in lower case; empty for none
     * @return 1 for the standard tier; empty where the tier's price is not known
     */
    public Optional<BigDecimal> factor(String tier) {
        return STANDARD.contains(tier) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(factors.get(tier));
    }

    @Override
    public String toString() {
        return id + " (" + provider + ")";
    }
}
