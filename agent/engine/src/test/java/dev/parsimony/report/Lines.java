// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import dev.parsimony.ledger.Course;
import dev.parsimony.ledger.Decisions;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.ledger.Origin;
import dev.parsimony.ledger.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a ledger in the making; each method yields another line. */
record Lines(
        Instant at,
        String site,
        String tenant,
        String trace,
        String operation,
        String model,
        List<String> rules,
        Recall recall,
        Ending ending,
        String error,
        long millis,
        @Nullable Usage usage,
        Cost cost,
        List<Saving> savings,
        @Nullable Hindsight hindsight,
        String fingerprint) {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** A call that cost so much. */
    static Lines costing(String usd) {
        return new Lines(
                NOON,
                "com.acme.Faq.answer",
                "",
                "",
                "chat",
                "gpt-4.1",
                List.of(),
                Recall.NOT_ASKED,
                Ending.NATURAL,
                "",
                250,
                Usage.text(900, 100, 0, 0, 50, 0),
                Cost.known(new BigDecimal(usd), false),
                List.of(),
                null,
                "");
    }

    Lines at(String time) {
        return new Lines(
                Instant.parse(time),
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines by(String callSite) {
        return new Lines(
                at,
                callSite,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines of(String otherTenant, String otherTrace) {
        return new Lines(
                at,
                site,
                otherTenant,
                otherTrace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines to(String otherModel) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                otherModel,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines doing(String what) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                what,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    /** Without a count by the provider, and so without a price. */
    Lines uncounted() {
        return taking(millis, null).priced(Cost.unknown("no_usage"));
    }

    Lines under(String... names) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                List.of(names),
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines recalled(Recall outcome) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                outcome,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines ending(Ending how, String why) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                how,
                why,
                millis,
                usage,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines taking(long milliseconds, @Nullable Usage tokens) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                milliseconds,
                tokens,
                cost,
                savings,
                hindsight,
                fingerprint);
    }

    Lines priced(Cost other) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                other,
                savings,
                hindsight,
                fingerprint);
    }

    Lines saving(String lever, String usd, boolean estimated) {
        Saving saving = new Saving(lever, "", new BigDecimal(usd), estimated);
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                List.of(saving),
                hindsight,
                fingerprint);
    }

    Lines like(String print) {
        return new Lines(
                at, site, tenant, trace, operation, model, rules, recall, ending, error, millis, usage, cost, savings,
                hindsight, print);
    }

    Lines seen(Hindsight how) {
        return new Lines(
                at,
                site,
                tenant,
                trace,
                operation,
                model,
                rules,
                recall,
                ending,
                error,
                millis,
                usage,
                cost,
                savings,
                how,
                fingerprint);
    }

    LedgerLine line() {
        return new LedgerLine(
                at,
                new Origin(site, 12, tenant, trace, ""),
                new Target(
                        "https://api.openai.com/v1/chat/completions",
                        "openai.chat",
                        "openai",
                        "openai",
                        operation,
                        model,
                        model,
                        model,
                        "",
                        false),
                new Course(recall, 200, error, ending, List.of(), "", 1, millis * 1_000, -1, 10),
                new Decisions(rules, List.of(), List.of(), List.of(), null),
                recall.isLocal() ? null : usage,
                usage == null ? -1 : usage.totalOutput(),
                usage == null ? 70 : -1,
                usage == null ? 5 : -1,
                cost,
                savings,
                hindsight,
                fingerprint);
    }
}
