// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Cost;
import dev.parsimony.price.Bill;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bills as programs read them. */
final class Bills {
    private Bills() {}

    /**
     * A bill as maps and lists: {@code total} is null where the price is unknown, with {@code unknown} as the reason.
     *
     * @param bill the bill
     */
    static Map<String, Object> tree(Bill bill) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tariff", bill.title());
        tree.put("currency", "USD");
        tree.put("lines", bill.lines().stream().map(Bills::line).toList());
        tree.put("factors", bill.factors().stream().map(Bills::factor).toList());
        tree.put("remarks", bill.remarks());
        if (bill.cost() instanceof Cost.Known known) {
            tree.put("total", known.usd());
            tree.put("confidence", known.disputed() ? "low" : "normal");
        } else {
            tree.put("total", null);
            tree.put("unknown", ((Cost.Unknown) bill.cost()).reason());
        }
        return tree;
    }

    private static Map<String, Object> line(Bill.Line line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", line.what());
        tree.put(line.isTool() ? "uses" : "tokens", line.count());
        tree.put(line.isTool() ? "per_thousand" : "per_million", line.price());
        tree.put("amount", line.usd());
        return tree;
    }

    private static Map<String, Object> factor(Bill.Factor factor) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("factor", factor.times());
        tree.put("why", factor.why());
        return tree;
    }
}
