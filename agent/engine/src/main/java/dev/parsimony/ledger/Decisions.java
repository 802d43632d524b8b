// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Exchange;
import java.util.List;

/**
 * What Parsimony did with a call.
 *
 * @param rules the rules that applied, in order
 * @param rewrites the steps that changed the request as it was sent
 * @param skipped actions not taken, each {@code action:reason}
 * @param reverted steps undone because the provider refused the request
 */
public record Decisions(List<String> rules, List<String> rewrites, List<String> skipped, List<String> reverted) {
    static Decisions of(Exchange exchange) {
        return new Decisions(
                List.copyOf(exchange.rules()),
                List.copyOf(exchange.rewrites()),
                List.copyOf(exchange.skipped()),
                List.copyOf(exchange.reverted()));
    }
}
