// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A tariff as found under one of its names.
 *
 * @param tariff the tariff
 * @param regionalFactor what the name makes of its prices; 1 unless it is a regional one
 * @param borrowed whether it is not the provider's own, but the one of the model's maker
 */
public record Listing(Tariff tariff, BigDecimal regionalFactor, boolean borrowed) {
    Listing borrow() {
        return new Listing(tariff, regionalFactor, true);
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
        Optional<Period> period = tariff.at(at);
        if (period.isEmpty()) {
            return Bill.unpriced(tariff.toString(), "no_price_at_that_time");
        }
        Optional<BigDecimal> service = tariff.factor(terms.tier().toLowerCase(Locale.ROOT));
        if (service.isEmpty()) {
            return Bill.unpriced(tariff.toString(), "unknown_tier");
        }
        if (!terms.surcharges().stream().allMatch(tariff.factors()::containsKey)) {
            return Bill.unpriced(tariff.toString(), "unknown_surcharge");
        }
        List<Bill.Factor> factors = new ArrayList<>();
        factor(factors, regionalFactor, "regional name");
        factor(factors, service.get(), "service tier " + terms.tier());
        terms.surcharges().forEach(word -> factor(factors, tariff.factors().get(word), word));
        return new Account(period.get().prices(usage.totalInput(), at))
                .of(usage)
                .bill(tariff.toString(), factors, remarks(period.get(), usage, at), disputed());
    }

    private static void factor(List<Bill.Factor> factors, BigDecimal times, String why) {
        if (times.compareTo(BigDecimal.ONE) != 0) {
            factors.add(new Bill.Factor(times, why));
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
