// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.ledger.LedgerLine;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;

/** By what calls are told apart. */
public enum Dimension {
    /** The nearest application frame. */
    CALL_SITE(line -> or(line.origin().callSite(), "unknown")),
    /** The model that was asked. */
    MODEL(line -> or(line.target().sent(), "no model")),
    /** The provider. */
    PROVIDER(line -> or(line.target().provider(), "unknown")),
    /** The tenant, or its hash. */
    TENANT(line -> or(line.origin().tenant(), "no tenant")),
    /** The rules that applied, all of them: a call that two applied to is in one row. */
    RULE(line -> line.decisions().rules().isEmpty()
            ? "no rule"
            : String.join(", ", line.decisions().rules())),
    /** The day it began, in UTC. */
    DAY(line -> line.at().atOffset(ZoneOffset.UTC).toLocalDate().toString()),
    /** The route of the incoming request that was served. */
    ENDPOINT(line -> or(line.origin().endpoint(), "no endpoint")),
    /** The application's trace, and so the incoming request that caused it. */
    REQUEST(line -> or(line.origin().trace(), "no trace"));

    @SuppressWarnings("ImmutableEnumChecker") // none of these holds anything
    private final Function<LedgerLine, String> key;

    Dimension(Function<LedgerLine, String> key) {
        this.key = key;
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** Where a call belongs. */
    String key(LedgerLine line) {
        return key.apply(line);
    }

    /** The word users write, {@code call_site}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
