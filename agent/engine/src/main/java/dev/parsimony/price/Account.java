// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts counts and prices together, one line a kind; remembers the first kind that was used and has no price. */
final class Account {
    private final Prices prices;
    private final List<ToolPrice> tools;
    private final List<Bill.Line> lines = new ArrayList<>();
    private final List<String> disputes = new ArrayList<>();
    private String missing = "";

    Account(Prices prices, List<ToolPrice> tools) {
        this.prices = prices;
        this.tools = tools;
    }

    Account of(Usage usage) {
        usage.tokens().forEach(this::tokens);
        usage.tools().forEach(this::uses);
        return this;
    }

    private void tokens(TokenKind kind, long count) {
        Optional<Part> part = prices.partOf(kind);
        String what = part.filter(Part::isWrite).map(Part::key).orElse(kind.toString()); // with its lifetime
        part.flatMap(prices::of)
                .ifPresentOrElse(price -> lines.add(Bill.Line.ofTokens(what, count, price)), () -> misses(what));
    }

    private void uses(String tool, long count) {
        tools.stream()
                .filter(price -> price.tool().equals(tool))
                .findFirst()
                .ifPresentOrElse(price -> charge(price, count), () -> misses(tool));
    }

    private void charge(ToolPrice price, long count) {
        lines.add(Bill.Line.ofUses(price.tool(), count, price.perThousand()));
        if (!price.dispute().isEmpty()) {
            disputes.add("disputed: " + price.dispute());
        }
    }

    private void misses(String what) {
        missing = missing.isEmpty() ? "no_price_for_" + what : missing;
    }

    Bill bill(String title, List<Bill.Factor> factors, List<String> remarks, boolean disputed) {
        List<String> said = new ArrayList<>(remarks);
        said.addAll(disputes);
        Cost cost = missing.isEmpty() ? known(factors, disputed || !disputes.isEmpty()) : Cost.unknown(missing);
        return new Bill(title, lines, factors, said, cost);
    }

    /** Only a contract holds for all that is billed. */
    private Cost known(List<Bill.Factor> factors, boolean disputed) {
        List<Bill.Factor> published =
                factors.stream().filter(factor -> !factor.overAll()).toList();
        return new Cost.Known(total(factors), disputed, false, total(published));
    }

    /** Tokens times all factors, and uses of tools times those that hold for all. */
    private BigDecimal total(List<Bill.Factor> factors) {
        return lines.stream()
                .map(line -> factors.stream()
                        .filter(factor -> factor.overAll() || !line.isTool())
                        .map(Bill.Factor::times)
                        .reduce(line.usd(), BigDecimal::multiply))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
