// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.advice.Swap;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.ledger.Target;
import dev.parsimony.price.Tariffs;
import dev.parsimony.report.Swaps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cheaper models that a user names, and what calls would have cost there: the same tokens at the other model's prices. */
final class CheaperModels implements Swaps {
    private static final Pattern FORM = Pattern.compile("([^=]+)=(.+):([0-9.]+)(%?)");

    private final List<Swap> swaps;
    private final Tariffs tariffs;
    private final Set<Swap> used = new LinkedHashSet<>();
    private final Set<Swap> foreign = new LinkedHashSet<>();

    private CheaperModels(List<Swap> swaps, Tariffs tariffs) {
        this.swaps = swaps;
        this.tariffs = tariffs;
    }

    /**
     * What the user names.
     *
     * @param options each {@code gpt-4o=gpt-4o-mini:0.92} or {@code ...:92%}
     * @param tariffs what models cost
     * @throws Complaint if one is no such thing, or names a model whose price nobody knows
     */
    static CheaperModels of(List<String> options, Tariffs tariffs) {
        return new CheaperModels(
                options.stream().map(option -> swap(option, tariffs)).toList(), tariffs);
    }

    private static Swap swap(String option, Tariffs tariffs) {
        Matcher parts = FORM.matcher(option);
        BigDecimal share = parts.matches() ? share(parts.group(3), parts.group(4)) : BigDecimal.ZERO;
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new Complaint(
                    "--cheaper " + option,
                    "is not MODEL=CHEAPER:SHARE, as in gpt-4o=gpt-4o-mini:0.92, the share above 0 and 1 at most");
        }
        if (tariffs.find("", parts.group(2)).isEmpty()) {
            throw new Complaint("--cheaper " + option, "cannot be reckoned: nobody knows a price of " + parts.group(2));
        }
        return new Swap(parts.group(1), parts.group(2), share);
    }

    private static BigDecimal share(String number, String percent) {
        try {
            BigDecimal share = new BigDecimal(number);
            return percent.isEmpty() ? share : share.movePointLeft(2);
        } catch (NumberFormatException none) {
            return BigDecimal.ZERO;
        }
    }

    @Override
    public Map<Swap, BigDecimal> of(LedgerLine call) {
        Map<Swap, BigDecimal> less = new LinkedHashMap<>();
        for (Swap swap : swaps) {
            if (swap.from().equals(call.target().sent())) {
                reckon(swap, call, less);
            }
        }
        return less;
    }

    private void reckon(Swap swap, LedgerLine call, Map<Swap, BigDecimal> less) {
        String biller = call.target().biller();
        used.add(swap);
        if (tariffs.isForeign(biller, swap.to())) {
            foreign.add(swap);
            return;
        }
        Cost here = price(call, answering(call.target()));
        Cost there = price(call, swap.to());
        if (here instanceof Cost.Known own
                && there instanceof Cost.Known other
                && call.cost() instanceof Cost.Known paid) {
            less.put(swap, less(paid.usd(), own.usd(), other.usd()));
        }
    }

    /** The model that answered; the one asked where that name says more of the price. */
    private String answering(Target target) {
        return tariffs.find(target.biller(), target.model()).isEmpty()
                        || tariffs.saysMore(target.biller(), target.sent(), target.model())
                ? target.sent()
                : target.model();
    }

    private Cost price(LedgerLine call, String model) {
        return tariffs.price(
                call.target().biller(), model, Terms.of(call.target().tier()), call.usage(), call.at());
    }

    /** What was paid may be another amount than the table's, by surcharges, contracts or capacity: so would the other be. */
    private static BigDecimal less(BigDecimal paid, BigDecimal here, BigDecimal there) {
        return here.signum() == 0
                ? BigDecimal.ZERO
                : paid.multiply(here.subtract(there)).divide(here, MathContext.DECIMAL64);
    }

    /** What is to be said of those that nothing came of. */
    List<String> words() {
        return swaps.stream()
                .filter(swap -> foreign.contains(swap) || !used.contains(swap))
                .map(swap -> "--cheaper " + swap.from() + "=" + swap.to() + ": " + why(swap))
                .toList();
    }

    private String why(Swap swap) {
        return foreign.contains(swap)
                ? "some calls to the one went to a provider that does not serve the other"
                : "no call went to " + swap.from();
    }
}
