// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
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
        long reasoning = Math.min(usage.reasoning(), usage.output());
        line("input", usage.input(), Part.INPUT);
        line("cache_read", usage.cacheRead(), Part.CACHE_READ);
        write("cache_write", usage.writeShort(), prices.shortWrite());
        write("cache_write_long", usage.writeLong(), prices.longWrite());
        line("output", usage.output() - reasoning, Part.OUTPUT);
        line("reasoning", reasoning, Part.OUTPUT);
        return this;
    }

    private void write(String what, long tokens, Optional<Part> part) {
        part.ifPresentOrElse(p -> line(p.key(), tokens, p), () -> line(what, tokens, Part.CACHE_WRITE_5M));
    }

    private void line(String what, long tokens, Part part) {
        if (tokens == 0) {
            return;
        }
        Optional<BigDecimal> price = prices.of(part);
        price.ifPresent(p -> lines.add(new Bill.Line(what, tokens, p, Money.of(tokens, p))));
        if (price.isEmpty() && missing.isEmpty()) {
            missing = "no_price_for_" + what;
        }
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
