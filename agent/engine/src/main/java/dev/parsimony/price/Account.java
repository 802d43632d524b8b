// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts tokens and prices together, one line a kind; remembers the first kind that has tokens and no price. */
final class Account {
    private final Prices prices;
    private final List<Bill.Line> lines = new ArrayList<>();
    private String missing = "";

    Account(Prices prices) {
        this.prices = prices;
    }

    Account of(Usage usage) {
        usage.tokens().forEach(this::tokens);
        return this;
    }

    private void tokens(TokenKind kind, long count) {
        Optional<Part> part = prices.partOf(kind);
        String what = part.filter(Part::isWrite).map(Part::key).orElse(kind.toString()); // with its lifetime
        part.flatMap(prices::of)
                .ifPresentOrElse(p -> lines.add(new Bill.Line(what, count, p, Money.of(count, p))), () -> misses(what));
    }

    private void misses(String what) {
        missing = missing.isEmpty() ? "no_price_for_" + what : missing;
    }

    Bill bill(String title, List<Bill.Factor> factors, List<String> remarks, boolean disputed) {
        if (!missing.isEmpty()) {
            return new Bill(title, lines, factors, remarks, Cost.unknown(missing));
        }
        BigDecimal sum = lines.stream().map(Bill.Line::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = factors.stream().map(Bill.Factor::times).reduce(sum, BigDecimal::multiply);
        return new Bill(title, lines, factors, remarks, Cost.known(total, disputed));
    }
}
