// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes entries. {@code at}, {@code call_site}, {@code tenant}, {@code url}, {@code request} and {@code output_tokens} are
 * named as traffic to be simulated names them, so that a line with its request is such traffic.
 */
public final class LineWriter {
    private LineWriter() {}

    /**
     * Writes a call without anything of its request.
     *
     * @param line the call
     * @param out takes it, with a line feed at its end
     */
    public static void write(LedgerLine line, ByteArrayOutputStream out) {
        write(line, content -> {}, out);
    }

    /** Writes a call, and what is kept of its request. */
    static void write(LedgerLine line, Consumer<JsonLine> content, ByteArrayOutputStream out) {
        JsonLine.write(out, json -> {
            json.text("at", line.at().toString());
            origin(json, line.origin());
            target(json, line.target());
            course(json, line.course());
            decisions(json, line.decisions());
            tokens(json, line);
            money(json, line);
            HindsightForm.write(json, line.hindsight());
            content.accept(json.text("fingerprint", line.fingerprint()));
        });
    }

    /** Writes a gap. */
    static void write(Gap gap, ByteArrayOutputStream out) {
        JsonLine.write(out, json -> json.text("at", gap.at().toString()).number("dropped", gap.dropped()));
    }

    private static void origin(JsonLine json, Origin origin) {
        json.text("call_site", origin.callSite())
                .count("line", origin.line())
                .text("tenant", origin.tenant())
                .text("trace", origin.trace())
                .text("endpoint", origin.endpoint());
    }

    private static void target(JsonLine json, Target target) {
        json.text("url", target.url())
                .text("api", target.api())
                .text("provider", target.provider())
                .text("biller", target.biller().equals(target.provider()) ? "" : target.biller())
                .text("operation", target.operation())
                .text("model", target.sent())
                .text("requested_model", target.requested().equals(target.sent()) ? "" : target.requested())
                .text("served_model", target.served())
                .text("tier", target.tier())
                .flag("streamed", target.streamed());
    }

    private static void course(JsonLine json, Course course) {
        json.text("cache", course.recall().toString())
                .count("status", course.status())
                .text("error", course.error())
                .text("ending", word(course.ending()))
                .texts("finish", course.finish())
                .text("request_id", course.requestId())
                .count("attempts", course.attempts())
                .millis("ms", course.micros())
                .millis("first_ms", course.firstMicros())
                .millis("own_ms", course.oursMicros());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void decisions(JsonLine json, Decisions decisions) {
        Draw draw = decisions.draw();
        if (draw != null) {
            json.object("draw", drawn -> drawn.flag("control", draw.control()).number("group", draw.group()));
        }
        json.texts("rules", decisions.rules())
                .texts("rewrites", decisions.rewrites())
                .texts("skipped", decisions.skipped())
                .texts("reverted", decisions.reverted());
    }

    private static void tokens(JsonLine json, LedgerLine line) {
        Usage usage = line.usage();
        if (usage != null) {
            json.object("usage", tokens -> UsageForm.write(tokens, usage));
        }
        if (line.output() >= 0) {
            json.number("output_tokens", line.output());
        }
        json.count("estimated_input_tokens", line.estimated()).count("estimated_output_tokens", line.estimatedOutput());
    }

    private static void money(JsonLine json, LedgerLine line) {
        if (line.cost() instanceof Cost.Known known) {
            json.object(
                    "cost",
                    cost -> listed(cost.money("usd", known.usd()), known)
                            .text("confidence", known.disputed() ? "low" : "")
                            .text("source", known.byProvider() ? "provider" : ""));
        } else if (line.cost() instanceof Cost.Unknown unknown) {
            json.text("cost_unknown", unknown.reason());
        }
        json.objects("saved", line.savings(), LineWriter::saving);
    }

    /** The list price, where a contract made the cost another. */
    private static JsonLine listed(JsonLine json, Cost.Known known) {
        BigDecimal list = known.list();
        return list == null || list.compareTo(known.usd()) == 0 ? json : json.money("list_usd", list);
    }

    private static void saving(JsonLine json, Saving saving) {
        json.text("lever", saving.lever())
                .text("rule", saving.rule())
                .money("usd", saving.usd())
                .flag("estimated", saving.estimated());
    }
}
