// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Parsimony did with a call.
 *
 * @param rules the rules that applied, in order
 * @param rewrites the steps that changed the request as it was sent
 * @param skipped actions not taken, each {@code action:reason}
 * @param reverted steps undone because the provider refused the request
 * @param draw what fell to the call's conversation in the comparison with calls left as written; null where none is made
 */
public record Decisions(
        List<String> rules,
        List<String> rewrites,
        List<String> skipped,
        List<String> reverted,
        @Nullable Draw draw) {
    static Decisions of(Exchange exchange) {
        return new Decisions(
                List.copyOf(exchange.rules()),
                List.copyOf(exchange.rewrites()),
                List.copyOf(exchange.skipped()),
                List.copyOf(exchange.reverted()),
                exchange.draw());
    }
}
