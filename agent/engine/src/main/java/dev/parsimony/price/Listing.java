// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A tariff as found under one of its names, for one user.
 *
 * @param tariff the tariff
 * @param regionalFactor what the name makes of its prices; 1 unless it is a regional one
 * @param tools what the provider's own tools cost with this model
 * @param borrowed whether it is not the provider's own, but the one of the model's maker
 * @param provisioned whether it is served by capacity that is paid for by the hour, so that a call more costs nothing
 * @param discount the factor of the user's contract with the provider; 1 where there is none
 */
public record Listing(
        Tariff tariff,
        BigDecimal regionalFactor,
        List<ToolPrice> tools,
        boolean borrowed,
        boolean provisioned,
        BigDecimal discount) {
    private static final String SPILLED_OVER = "on_demand"; // said by Google of what the capacity did not suffice for

    /** Keeps a copy. */
    public Listing {
        tools = List.copyOf(tools);
    }

    /** A tariff by its list prices. */
    static Listing of(Tariff tariff, BigDecimal regionalFactor, List<ToolPrice> tools) {
        return new Listing(tariff, regionalFactor, tools, false, false, BigDecimal.ONE);
    }

    /** The same at another provider, who has none of the maker's provisioned capacity. */
    Listing borrow() {
        return new Listing(tariff, regionalFactor, tools, true, false, discount);
    }

    /** Whether its table says that a model of that very name is served by capacity that is paid for by the hour. */
    boolean isProvisionedAs(String name) {
        return !borrowed && tariff.provisioned() && tariff.id().equalsIgnoreCase(name.strip());
    }

    /** The same, served by provisioned capacity or not. */
    Listing provisionedIf(boolean paidByTheHour) {
        return new Listing(tariff, regionalFactor, tools, borrowed, paidByTheHour, discount);
    }

    /** The same under a contract. */
    Listing discounted(BigDecimal factor) {
        return new Listing(tariff, regionalFactor, tools, borrowed, provisioned, factor);
    }

    /** Whether an amount by this listing is to be shown as of low confidence. */
    public boolean disputed() {
        return borrowed || tariff.provenance().disputed();
    }

    /**
     * The arithmetic of one call.
     *
     * @param terms what the answer says of the price
     * @param usage the tokens
     * @param at when the call was made
     * @return the bill, or why there is none
     */
    public Bill bill(Terms terms, Usage usage, Instant at) {
        String tier = terms.tier().toLowerCase(Locale.ROOT);
        return provisioned && !tier.equals(SPILLED_OVER) ? prepaid(usage) : bill(tier, terms.surcharges(), usage, at);
    }

    private Bill prepaid(Usage usage) {
        List<Bill.Factor> factors = new ArrayList<>();
        factor(factors, discount, "contract with the provider", true);
        return new Account(new Prices(Map.of()), tools)
                .of(new Usage(Map.of(), usage.tools()))
                .bill(
                        tariff.toString(),
                        factors,
                        List.of("provisioned capacity is paid for by the hour: a call more costs nothing"),
                        false);
    }

    private Bill bill(String tier, List<String> surcharges, Usage usage, Instant at) {
        Optional<Period> period = tariff.at(at);
        if (period.isEmpty()) {
            return Bill.unpriced(tariff.toString(), "no_price_at_that_time");
        }
        Optional<BigDecimal> service = tariff.factor(tier);
        if (service.isEmpty()) {
            return Bill.unpriced(tariff.toString(), "unknown_tier");
        }
        if (!tariff.factors().keySet().containsAll(surcharges)) {
            return Bill.unpriced(tariff.toString(), "unknown_surcharge");
        }
        List<Bill.Factor> factors = new ArrayList<>();
        factor(factors, regionalFactor, "regional name", false);
        factor(factors, service.get(), "service tier " + tier, false);
        surcharges.forEach(word -> factor(factors, tariff.factors().getOrDefault(word, BigDecimal.ONE), word, false));
        factor(factors, discount, "contract with the provider", true);
        return new Account(period.get().prices(usage.totalInput(), at), tools)
                .of(usage)
                .bill(tariff.toString(), factors, remarks(period.get(), usage, at), disputed());
    }

    private static void factor(List<Bill.Factor> factors, BigDecimal times, String why, boolean overAll) {
        if (times.compareTo(BigDecimal.ONE) != 0) {
            factors.add(new Bill.Factor(times, why, overAll));
        }
    }

    private List<String> remarks(Period period, Usage usage, Instant at) {
        List<String> remarks = new ArrayList<>();
        period.threshold(usage.totalInput())
                .ifPresentOrElse(
                        t -> remarks.add(String.format(
                                Locale.ROOT,
                                "prices of the whole request, as its input is above %,d tokens",
                                t.inputTokens())),
                        () -> period.hour(at).ifPresent(h -> remarks.add("prices " + h)));
        if (borrowed) {
            remarks.add(
                    "prices of " + tariff.provider() + ", which makes the model; this provider's own are not known");
        }
        tariff.provenance().disputes().forEach(d -> remarks.add("disputed: " + d));
        return remarks;
    }
}
