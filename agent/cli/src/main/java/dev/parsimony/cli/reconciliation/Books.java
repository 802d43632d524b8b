// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.reconciliation;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.price.Tariffs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ledgers say of the calls that a bill is about, by model and day. */
final class Books {
    /** The date at the end of a snapshot's name, {@code -2025-04-14} or {@code -20250929}. */
    private static final Pattern SNAPSHOT = Pattern.compile("-20\\d{2}-?\\d{2}-?\\d{2}$");

    /** What stands for the model where a bill that tells models apart tells none. */
    static final String NO_MODEL = "no model";

    private final Bill bill;
    private final Tariffs tariffs;
    private final boolean byModel;
    private final boolean toolsApart;
    private final SortedMap<Place, Booked> booked = new TreeMap<>();
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * Where something is booked.
     *
     * @param model the model's name without a snapshot's date; empty if the bill does not tell models apart
     * @param day the day in UTC
     */
    record Place(String model, LocalDate day) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byModel = model.compareTo(other.model);
            return byModel == 0 ? day.compareTo(other.day) : byModel;
        }
    }

    /** What calls of one model on one day came to. */
    static final class Booked {
        final Map<Kind, BigDecimal> sums = new EnumMap<>(Kind.class);
        final Map<Kind, BigDecimal> largest = new EnumMap<>(Kind.class);
        long calls;
        long uncounted;
        long unpriced;

        private void add(Kind kind, BigDecimal amount) {
            sums.merge(kind, amount, BigDecimal::add);
            largest.merge(kind, amount, BigDecimal::max);
        }

        BigDecimal sum(Kind kind) {
            return sums.getOrDefault(kind, BigDecimal.ZERO);
        }

        /** How much the calls may have been billed whose amount the ledger does not know: each as much as the largest. */
        BigDecimal unknown(Kind kind) {
            long count = kind == Kind.USD ? unpriced : uncounted;
            return largest.getOrDefault(kind, BigDecimal.ZERO).multiply(BigDecimal.valueOf(count));
        }

        long unknownCalls(Kind kind) {
            return kind == Kind.USD ? unpriced : uncounted;
        }
    }

    /**
     * Books nothing yet.
     *
     * @param bill what they are to be held against
     * @param tariffs the prices of tools, which a ledger's costs include and such a bill has lines of their own for
     */
    Books(Bill bill, Tariffs tariffs) {
        this.bill = bill;
        this.tariffs = tariffs;
        this.byModel = bill.tellsModels();
        this.toolsApart = byModel && bill.isOfMoney();
    }

    /** Where a bill's item belongs. */
    Place placeOf(Bill.Item item) {
        return new Place(model(item.model()), day(item.from()));
    }

    private String model(String name) {
        if (!byModel) {
            return "";
        }
        return name.isEmpty() ? NO_MODEL : SNAPSHOT.matcher(name).replaceFirst("");
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Books a call, if the bill is about it: one that went to the provider. */
    void add(LedgerLine line) {
        boolean ours = line.target().provider().equals(bill.provider())
                && bill.scope().holds(line.target().operation());
        if (!ours || line.isLocal() || neverArrived(line)) {
            return;
        }
        first = first == null || line.at().isBefore(first) ? line.at() : first;
        last = last == null || line.at().isAfter(last) ? line.at() : last;
        Booked here = at(line.target().model(), line);
        here.calls++;
        tokens(here, line.usage());
        money(here, line);
    }

    private Booked at(String model, LedgerLine line) {
        return booked.computeIfAbsent(new Place(model(model), day(line.at())), place -> new Booked());
    }

    private void money(Booked here, LedgerLine line) {
        Usage usage = line.usage();
        boolean split = toolsApart && usage != null && !usage.tools().isEmpty();
        if (line.cost() instanceof Cost.Known known) {
            BigDecimal tools = split && usage != null ? tools(line, usage).min(known.usd()) : BigDecimal.ZERO;
            here.add(Kind.USD, known.usd().subtract(tools));
            if (split) {
                at(Bill.TOOLS, line).add(Kind.USD, tools);
            }
        } else {
            here.unpriced++;
            if (split) {
                at(Bill.TOOLS, line).unpriced++;
            }
        }
    }

    /** What the provider's own tools cost in a call. */
    private BigDecimal tools(LedgerLine line, Usage usage) {
        Cost cost = tariffs.price(
                line.target().biller(),
                line.target().model(),
                Terms.of(line.target().tier()),
                new Usage(Map.of(), usage.tools()),
                line.at());
        return cost instanceof Cost.Known known ? known.usd() : BigDecimal.ZERO;
    }

    /** A call that was refused or brought no response is on no bill. */
    private static boolean neverArrived(LedgerLine line) {
        int status = line.course().status();
        return line.usage() == null
                && (status >= 400 || (status == 0 && !line.course().error().isEmpty()));
    }

    private static void tokens(Booked here, @Nullable Usage usage) {
        if (usage == null) {
            here.uncounted++;
            return;
        }
        for (Kind kind : Kind.values()) {
            long count = 0;
            for (TokenKind token : kind.tokens()) {
                count += usage.of(token);
            }
            if (kind != Kind.USD) {
                here.add(kind, BigDecimal.valueOf(count));
            }
        }
    }

    SortedMap<Place, Booked> booked() {
        return booked;
    }

    /** Whether a stretch of time is before the first call or after the last, so that nothing of it can be in the ledger. */
    boolean isOutside(Bill.Item item) {
        return first == null
                || last == null
                || !item.to().isAfter(first)
                || item.from().isAfter(last);
    }

    /** Whether any call went to a model. */
    boolean knows(String model) {
        return booked.keySet().stream().anyMatch(place -> place.model().equals(model));
    }
}
