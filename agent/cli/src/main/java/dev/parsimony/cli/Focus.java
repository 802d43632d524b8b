// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Usage;
import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.Gap;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.price.Money;
import dev.parsimony.report.Savings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Costs as rows of the FinOps Open Cost and Usage Specification: the columns that version 1.2 makes mandatory, those of 1.3
 * that take the place of two of them, and our own, whose names begin with {@code x_} as it asks. A row is one day of one
 * model, call site and tenant. What has no price has no cost to be shown and is in no row; its count is told beside the table.
 * Source: focus.finops.org, FOCUS 1.2 and 1.3, dataset Cost and Usage.
 */
final class Focus {
    static final List<String> COLUMNS = List.of(
            "BilledCost",
            "BillingAccountId",
            "BillingAccountName",
            "BillingCurrency",
            "BillingPeriodEnd",
            "BillingPeriodStart",
            "ChargeCategory",
            "ChargeClass",
            "ChargeDescription",
            "ChargePeriodEnd",
            "ChargePeriodStart",
            "ContractedCost",
            "EffectiveCost",
            "HostProviderName",
            "InvoiceIssuerName",
            "ListCost",
            "PricingQuantity",
            "PricingUnit",
            "ProviderName",
            "PublisherName",
            "ServiceCategory",
            "ServiceName",
            "ServiceProviderName",
            "x_Model",
            "x_CallSite",
            "x_Tenant",
            "x_Calls",
            "x_SavedCostMeasured",
            "x_SavedCostEstimated",
            "x_OverspentCostMeasured",
            "x_OverspentCostEstimated");

    /** Beyond so many rows call sites and tenants are no longer told apart. */
    private static final int MOST = 100_000;

    private static final String OTHER = "other";

    private final Map<Key, Sum> sums = new TreeMap<>();
    private final Map<String, Long> unpriced = new TreeMap<>();
    private long missing;

    private record Key(LocalDate day, String provider, String model, String site, String tenant)
            implements Comparable<Key> {
        static Key of(LedgerLine line) {
            return new Key(
                    line.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                    line.target().provider().isEmpty()
                            ? "unknown"
                            : line.target().provider(),
                    line.target().sent(),
                    line.origin().callSite(),
                    line.origin().tenant());
        }

        Key coarse() {
            return new Key(day, provider, model, OTHER, OTHER);
        }

        private List<String> parts() {
            return List.of(day.toString(), provider, model, site, tenant);
        }

        @Override
        public int compareTo(Key other) {
            int order = 0;
            for (int i = 0; order == 0 && i < parts().size(); i++) {
                order = parts().get(i).compareTo(other.parts().get(i));
            }
            return order;
        }
    }

    private record Sum(BigDecimal usd, BigDecimal list, Savings savings, long tokens, long calls) {
        Sum and(Sum more) {
            return new Sum(
                    usd.add(more.usd),
                    list.add(more.list),
                    savings.and(more.savings),
                    tokens + more.tokens,
                    calls + more.calls);
        }
    }

    /** Adds what a ledger says. */
    void add(Entry entry) {
        if (entry instanceof LedgerLine line) {
            add(line);
        } else if (entry instanceof Gap gap) {
            missing += gap.dropped();
        }
    }

    private void add(LedgerLine line) {
        if (line.cost() instanceof Cost.Known known) {
            Key key = Key.of(line);
            boolean room = sums.size() < MOST || sums.containsKey(key);
            sums.merge(room ? key : key.coarse(), sum(line, known), Sum::and);
        } else if (line.cost() instanceof Cost.Unknown why) {
            unpriced.merge(why.reason(), 1L, Long::sum);
        }
    }

    /** What the rows leave out; nothing where they hold every call. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (!unpriced.isEmpty()) {
            words.add("without a price, and in no row: "
                    + unpriced.entrySet().stream()
                            .map(reason -> reason.getValue() + " " + reason.getKey())
                            .collect(Collectors.joining(", ")));
        }
        if (missing > 0) {
            words.add(missing + " calls are missing: the ledger could not be written as fast");
        }
        return words;
    }

    private static Sum sum(LedgerLine line, Cost.Known cost) {
        Usage usage = line.usage();
        long tokens = usage == null ? 0 : usage.totalInput() + usage.totalOutput();
        return new Sum(cost.usd(), list(cost), Savings.of(line.savings()), tokens, 1);
    }

    /** ListCost may not be empty: where no list price is known, the specification has it match the BilledCost. */
    private static BigDecimal list(Cost.Known cost) {
        return cost.list() == null ? cost.usd() : cost.list();
    }

    /** All rows. */
    Table table() {
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(row(key, sum)));
        return new Table(COLUMNS, rows);
    }

    private static List<String> row(Key key, Sum sum) {
        LocalDate month = key.day.withDayOfMonth(1);
        String cost = Money.plain(sum.usd);
        return List.of(
                cost,
                key.provider,
                key.provider,
                "USD",
                midnight(month.plusMonths(1)),
                midnight(month),
                "Usage",
                "",
                "Calls of " + key.model + " at " + (key.site.isEmpty() ? "an unknown call site" : key.site),
                midnight(key.day.plusDays(1)),
                midnight(key.day),
                cost,
                cost,
                key.provider,
                key.provider,
                Money.plain(sum.list),
                Long.toString(sum.tokens),
                "Tokens",
                key.provider,
                key.provider,
                "AI and Machine Learning",
                key.provider + " API",
                key.provider,
                key.model,
                key.site,
                key.tenant,
                Long.toString(sum.calls),
                Money.plain(sum.savings.all(false).saved()),
                Money.plain(sum.savings.all(true).saved()),
                Money.plain(sum.savings.all(false).overspent()),
                Money.plain(sum.savings.all(true).overspent()));
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
