// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.reconciliation;

import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.Gap;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.price.Tariffs;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds a ledger against a provider's bill, by model, day and kind of token. A difference is explained where its cause is
 * known: a stretch of time before the ledger's first call or after its last; a model that no call in it went to, so that
 * somebody else on the account did; calls whose amount the ledger does not know, each up to the largest that it does know. A
 * call around midnight may be billed on the next day, so what is left is judged over all days of a model together.
 */
public final class Reconciliation {
    private final Bill bill;
    private final Books books;
    private final Map<Books.Place, Map<Kind, BigDecimal>> billed = new TreeMap<>();
    private final Map<Books.Place, Long> requests = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private long missing;

    /**
     * One comparison.
     *
     * @param model the model; empty if the bill does not tell models apart
     * @param day the day in UTC
     * @param kind what is compared
     * @param bill what the provider billed
     * @param ledger what the ledger says
     * @param explained how much of the difference is explained
     * @param why by what, and else what is to be looked at; empty if there is no difference
     * @param comparable whether the ledger can hold what was billed: neither another time's nor somebody else's
     */
    public record Row(
            String model,
            LocalDate day,
            Kind kind,
            BigDecimal bill,
            BigDecimal ledger,
            BigDecimal explained,
            String why,
            boolean comparable) {
        /** What the bill has more than the ledger; negative if less. */
        public BigDecimal difference() {
            return bill.subtract(ledger);
        }

        /** What is left of the difference. */
        BigDecimal unexplained() {
            return difference().subtract(explained);
        }
    }

    /**
     * Begins with a bill.
     *
     * @param bill what the provider billed
     * @param tariffs what its own tools cost, which bills tell apart and ledgers do not
     */
    public Reconciliation(Bill bill, Tariffs tariffs) {
        this.bill = bill;
        this.books = new Books(bill, tariffs);
    }

    /** Adds what a line of a ledger says. */
    public void add(Entry entry) {
        if (entry instanceof LedgerLine line) {
            books.add(line);
        } else if (entry instanceof Gap gap) {
            missing += gap.dropped();
        }
    }

    /** Compares, once all lines are added. */
    public void close() {
        for (Bill.Item item : bill.items()) {
            if (books.isOutside(item)) {
                outside(item);
            } else {
                Books.Place place = books.placeOf(item);
                item.amounts()
                        .forEach((kind, amount) -> billed.computeIfAbsent(place, any -> new EnumMap<>(Kind.class))
                                .merge(kind, amount, BigDecimal::add));
                if (item.requests() >= 0) {
                    requests.merge(place, item.requests(), Long::sum);
                }
            }
        }
        Set<Books.Place> places = new HashSet<>(billed.keySet());
        places.addAll(books.booked().keySet());
        places.stream().sorted().forEach(this::compare);
    }

    private void outside(Bill.Item item) {
        Books.Place place = books.placeOf(item);
        item.amounts().forEach((kind, amount) -> {
            if (amount.signum() != 0) {
                rows.add(new Row(
                        place.model(),
                        place.day(),
                        kind,
                        amount,
                        BigDecimal.ZERO,
                        amount,
                        "outside the ledger's time",
                        false));
            }
        });
    }

    private void compare(Books.Place place) {
        Books.Booked ours = books.booked().getOrDefault(place, new Books.Booked());
        Map<Kind, BigDecimal> theirs = billed.getOrDefault(place, Map.of());
        boolean money = bill.isOfMoney();
        for (Kind kind : Kind.values()) {
            if (money == (kind == Kind.USD)) {
                row(place, kind, theirs.getOrDefault(kind, BigDecimal.ZERO), ours);
            }
        }
    }

    private void row(Books.Place place, Kind kind, BigDecimal theirs, Books.Booked ours) {
        BigDecimal difference = theirs.subtract(ours.sum(kind));
        if (theirs.signum() == 0 && ours.sum(kind).signum() == 0) {
            return;
        }
        BigDecimal explained = BigDecimal.ZERO;
        String why = "";
        boolean foreign = difference.signum() > 0 && !books.knows(place.model());
        if (foreign) {
            explained = difference;
            why = stranger(place.model());
        } else if (difference.signum() > 0 && ours.unknown(kind).signum() > 0) {
            explained = difference.min(ours.unknown(kind));
            why = ours.unknownCalls(kind) + " calls whose amount the provider did not tell with the answer";
        }
        rows.add(new Row(
                place.model(),
                place.day(),
                kind,
                theirs,
                ours.sum(kind),
                explained,
                why(place, difference, why, ours),
                !foreign));
    }

    private static String stranger(String model) {
        return switch (model) {
            case Bill.TOOLS -> "no call in the ledger used any: somebody else's on this account";
            case Books.NO_MODEL -> "the bill does not tell of which model it is";
            default -> "no call in the ledger went to it: somebody else's on this account";
        };
    }

    private String why(Books.Place place, BigDecimal difference, String known, Books.Booked ours) {
        if (difference.signum() == 0 || !known.isEmpty()) {
            return known;
        }
        long counted = requests.getOrDefault(place, -1L);
        if (counted >= 0 && counted != ours.calls) {
            return counted + " requests on the bill, " + ours.calls + " calls in the ledger";
        }
        return difference.signum() > 0 ? "more on the bill" : "more in the ledger";
    }

    /** Every comparison, by model, day and kind; those outside the ledger's time first. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What the provider billed in all, tokens or USD. */
    public BigDecimal billedInAll() {
        return rows.stream().map(Row::bill).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much of it the ledger can be held against: what is of its time and of models that its calls went to. */
    public BigDecimal comparable() {
        return rows.stream().filter(Row::comparable).map(Row::bill).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the ledger says in all. */
    public BigDecimal bookedInAll() {
        return rows.stream().map(Row::ledger).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left unexplained, over all days of each model and kind, whichever side has more. */
    public BigDecimal unexplained() {
        Map<String, BigDecimal> left = new TreeMap<>();
        rows.forEach(row -> left.merge(row.model() + " " + row.kind(), row.unexplained(), BigDecimal::add));
        return left.values().stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The part of what can be compared that is left unexplained, 0 to 1 and beyond. Where nothing can be compared it is all,
     * unless there is nothing on either side: where nothing was held against anything, nothing agrees.
     */
    public BigDecimal share() {
        if (comparable().signum() == 0) {
            return rows.isEmpty() ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        return unexplained().divide(comparable(), MathContext.DECIMAL64);
    }

    /** How many calls were made that the ledger does not hold. */
    public long missing() {
        return missing;
    }
}
