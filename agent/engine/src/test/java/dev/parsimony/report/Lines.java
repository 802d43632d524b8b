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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A line of a ledger in the making; each method yields another line. */
final class Lines implements Cloneable {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Instant at = NOON;
    private String site = "com.acme.Faq.answer";
    private String tenant = "";
    private String trace = "";
    private String operation = "chat";
    private String model = "gpt-4.1";
    private List<String> rules = List.of();
    private Recall recall = Recall.NOT_ASKED;
    private Ending ending = Ending.NATURAL;
    private String error = "";
    private long millis = 250;
    private @Nullable Usage usage = Usage.text(900, 100, 0, 0, 50, 0);
    private Cost cost;
    private List<Saving> savings = List.of();
    private @Nullable Hindsight hindsight;
    private String fingerprint = "";

    private Lines(Cost cost) {
        this.cost = cost;
    }

    /** A call that cost so much. */
    static Lines costing(String usd) {
        return new Lines(Cost.known(new BigDecimal(usd), false));
    }

    private Lines with(Consumer<Lines> change) {
        try {
            Lines other = (Lines) clone();
            change.accept(other);
            return other;
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
    }

    Lines at(String time) {
        return with(line -> line.at = Instant.parse(time));
    }

    Lines by(String callSite) {
        return with(line -> line.site = callSite);
    }

    Lines of(String otherTenant, String otherTrace) {
        return with(line -> {
            line.tenant = otherTenant;
            line.trace = otherTrace;
        });
    }

    Lines to(String otherModel) {
        return with(line -> line.model = otherModel);
    }

    Lines doing(String what) {
        return with(line -> line.operation = what);
    }

    /** Without a count by the provider, and so without a price. */
    Lines uncounted() {
        return taking(millis, null).priced(Cost.unknown("no_usage"));
    }

    Lines under(String... names) {
        return with(line -> line.rules = List.of(names));
    }

    Lines recalled(Recall outcome) {
        return with(line -> line.recall = outcome);
    }

    Lines ending(Ending how, String why) {
        return with(line -> {
            line.ending = how;
            line.error = why;
        });
    }

    Lines taking(long milliseconds, @Nullable Usage tokens) {
        return with(line -> {
            line.millis = milliseconds;
            line.usage = tokens;
        });
    }

    Lines priced(Cost other) {
        return with(line -> line.cost = other);
    }

    Lines saving(String lever, String usd, boolean estimated) {
        return with(line -> line.savings = List.of(new Saving(lever, "", new BigDecimal(usd), estimated)));
    }

    Lines seen(Hindsight how) {
        return with(line -> line.hindsight = how);
    }

    Lines like(String print) {
        return with(line -> line.fingerprint = print);
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
