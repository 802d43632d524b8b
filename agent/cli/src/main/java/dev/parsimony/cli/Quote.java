// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import dev.parsimony.price.Bill;
import dev.parsimony.price.Money;
import dev.parsimony.price.Tariffs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a request would cost before anybody knows its answer: its input, and its output at most.
 *
 * @param model the model it goes to
 * @param tokens its input
 * @param counted whether the input was counted by the model's tokenizer; else it is an estimate
 * @param input the bill of the input alone
 * @param atMost the bill with as much output as the request allows; that of the input alone where it sets no cap
 * @param cap the cap on its output, if it sets one
 */
record Quote(String model, Usage tokens, boolean counted, Bill input, Bill atMost, OptionalLong cap) {
    /**
     * Prices a request.
     *
     * @param tariffs what models cost
     * @param provider who bills
     * @param terms what changes every price
     * @param at when it would be made
     */
    static Quote of(
            Tariffs tariffs,
            String provider,
            String model,
            Usage tokens,
            boolean counted,
            OptionalLong cap,
            Terms terms,
            Instant at) {
        Usage most = tokens.with(TokenKind.OUTPUT, cap.orElse(0));
        return new Quote(
                model,
                tokens,
                counted,
                tariffs.bill(provider, model, terms, tokens, at),
                tariffs.bill(provider, model, terms, most, at),
                cap);
    }

    /** The quote as maps. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", model);
        tree.put("input_tokens", tokens.totalInput());
        tree.put("counted", counted);
        tree.put("input", Bills.tree(input));
        if (cap.isPresent()) {
            tree.put("max_output_tokens", cap.getAsLong());
            tree.put("at_most", Bills.tree(atMost));
        }
        return tree;
    }

    /** The quote in one line. */
    @Override
    public String toString() {
        String size = String.format(Locale.ROOT, "%s%,d input tokens", counted ? "" : "about ", tokens.totalInput());
        String most = cap.isPresent()
                ? String.format(Locale.ROOT, ", with %,d output tokens at most = ", cap.getAsLong()) + usd(atMost)
                : "";
        return model + ": " + size + " = " + usd(input) + most;
    }

    private static String usd(Bill bill) {
        if (bill.cost() instanceof Cost.Known known) {
            BigDecimal usd = known.usd();
            return Money.plain(usd) + " USD" + (known.disputed() ? " (low confidence)" : "");
        }
        return "unknown (" + ((Cost.Unknown) bill.cost()).reason() + ")";
    }
}
