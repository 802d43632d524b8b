// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call, as a ledger tells it and as reports count it.
 *
 * @param at when it began
 * @param origin who made it
 * @param target what was asked, and of whom
 * @param course how it went
 * @param decisions what Parsimony did with it
 * @param usage the tokens the provider billed; null where it reported none or was not asked
 * @param output tokens of the answer that the application got, whoever gave it; negative if they are not known
 * @param estimated our estimate of the input in tokens, where the provider reported none; negative for none
 * @param estimatedOutput our estimate of the output in tokens, where the provider reported none; negative for none
 * @param cost what it cost
 * @param savings what each lever saved
 * @param hindsight what would have made it cheaper; null if nobody looked, as of a call that was not sent or has no price
 * @param fingerprint a keyed hash that requests with the same answer share; empty where no content is kept
 */
public record LedgerLine(
        Instant at,
        Origin origin,
        Target target,
        Course course,
        Decisions decisions,
        @Nullable Usage usage,
        long output,
        long estimated,
        long estimatedOutput,
        Cost cost,
        List<Saving> savings,
        @Nullable Hindsight hindsight,
        String fingerprint)
        implements Entry {
    /**
     * A call that is over.
     *
     * @param exchange its record
     * @param path where it went at its host, without the query
     */
    public static LedgerLine of(Exchange exchange, String path) {
        Usage counted = exchange.answer().usage();
        boolean local = exchange.recall().isLocal();
        return new LedgerLine(
                exchange.opening().at(),
                Origin.of(exchange.opening()),
                Target.of(exchange, path),
                Course.of(exchange),
                Decisions.of(exchange),
                local ? null : counted, // those tokens were billed to another call
                counted == null ? -1 : counted.totalOutput(),
                counted == null ? exchange.estimatedInput() : -1,
                counted == null ? exchange.estimatedOutput() : -1,
                exchange.cost(),
                List.copyOf(exchange.savings()),
                exchange.hindsight(),
                "");
    }

    /** Whether it was answered by us. */
    public boolean isLocal() {
        return course.recall().isLocal();
    }

    LedgerLine withTenant(String tenant) {
        return new LedgerLine(
                at,
                origin.withTenant(tenant),
                target,
                course,
                decisions,
                usage,
                output,
                estimated,
                estimatedOutput,
                cost,
                savings,
                hindsight,
                fingerprint);
    }
}
