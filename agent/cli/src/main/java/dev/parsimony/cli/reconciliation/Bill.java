// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a provider billed, as it exports it.
 *
 * @param provider the provider's name in the OpenTelemetry conventions
 * @param scope which calls are in it
 * @param items what was billed, bucket by bucket
 */
public record Bill(String provider, Scope scope, List<Item> items) {
    /** What stands for the model where a provider's own tools are billed, such as searches: apart, and by no model. */
    static final String TOOLS = "tools";

    /** A bill nobody can change. */
    public Bill {
        items = List.copyOf(items);
    }

    /** Which calls a bill is about. */
    public enum Scope {
        /** All. */
        ALL,
        /** All but embeddings. */
        COMPLETIONS,
        /** Embeddings alone. */
        EMBEDDINGS;

        /** Whether calls of this operation are in it. */
        boolean holds(String operation) {
            boolean embeds = operation.equals("embeddings");
            return this == ALL || embeds == (this == EMBEDDINGS);
        }
    }

    /**
     * What one model was billed in one stretch of time.
     *
     * @param from its first instant
     * @param to the instant behind its last
     * @param model the model, or {@link #TOOLS}; empty if the export tells none
     * @param amounts tokens, or USD, by kind
     * @param requests how many requests it was; negative if the export does not say
     */
    public record Item(Instant from, Instant to, String model, Map<Kind, BigDecimal> amounts, long requests) {}

    /** Whether it tells models apart, be it not everywhere. */
    boolean tellsModels() {
        return items.stream()
                .anyMatch(item -> !item.model().isEmpty() && !item.model().equals(TOOLS));
    }

    /** Whether it is of money, and not of tokens. */
    boolean isOfMoney() {
        return items.stream().anyMatch(item -> item.amounts().containsKey(Kind.USD));
    }
}
