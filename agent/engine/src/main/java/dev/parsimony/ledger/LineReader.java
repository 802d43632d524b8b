// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Members;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines, those of a ledger and traffic that somebody wrote by hand: whatever a line does not say is unknown.
 */
final class LineReader {
    private static final String NOT_SAID = "not_said";
    private static final int MOST_DECIMALS = 60;
    private static final Map<String, Recall> RECALLS =
            Stream.of(Recall.values()).collect(Collectors.toUnmodifiableMap(Recall::toString, Function.identity()));
    private static final Map<String, Ending> ENDINGS =
            Stream.of(Ending.values()).collect(Collectors.toUnmodifiableMap(LineWriter::word, Function.identity()));

    private LineReader() {}

    /**
     * Reads a line.
     *
     * @param bytes the array it stands in
     * @param from its first byte
     * @param to the byte behind its last, the line feed apart
     * @return the entry; empty if the line is torn, or no entry of a ledger
     */
    static Optional<Entry> read(byte[] bytes, int from, int to) {
        try {
            return Json.read(bytes, from, to).map(Json::root).map(Members::new).flatMap(LineReader::entry);
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> entry(Members line) {
        if (!line.get("at").is(Node.Kind.STRING)) {
            return Optional.empty();
        }
        Instant at = Instant.parse(line.get("at").text());
        if (line.get("dropped").exists()) {
            return Optional.of(new Gap(at, number(line, "dropped", 0)));
        }
        return line.get("url").exists() || line.get("model").exists() ? Optional.of(call(at, line)) : Optional.empty();
    }

    private static LedgerLine call(Instant at, Members line) {
        Node usage = line.get("usage");
        return new LedgerLine(
                at,
                new Origin(
                        text(line, "call_site"),
                        (int) number(line, "line", 0),
                        text(line, "tenant"),
                        text(line, "trace"),
                        text(line, "endpoint")),
                target(line),
                course(line),
                new Decisions(
                        texts(line, "rules"),
                        texts(line, "rewrites"),
                        texts(line, "skipped"),
                        texts(line, "reverted"),
                        draw(line.get("draw"))),
                usage.is(Node.Kind.OBJECT) ? UsageForm.read(usage) : null,
                number(line, "output_tokens", -1),
                number(line, "estimated_input_tokens", -1),
                number(line, "estimated_output_tokens", -1),
                cost(line),
                line.get("saved").items().stream().map(LineReader::saving).toList(),
                HindsightForm.read(line.get(HindsightForm.NAME)),
                text(line, "fingerprint"));
    }

    private static Target target(Members line) {
        String provider = text(line, "provider");
        Node named = line.get("model");
        String sent =
                named.exists() ? named.text() : line.get("request").get("model").text();
        return new Target(
                text(line, "url"),
                text(line, "api"),
                provider,
                or(text(line, "biller"), provider),
                text(line, "operation"),
                or(text(line, "requested_model"), sent),
                sent,
                text(line, "served_model"),
                text(line, "tier"),
                line.get("streamed").isTrue());
    }

    private static Course course(Members line) {
        return new Course(
                recall(text(line, "cache")),
                (int) number(line, "status", 0),
                text(line, "error"),
                ending(text(line, "ending")),
                texts(line, "finish"),
                text(line, "request_id"),
                (int) number(line, "attempts", 0),
                micros(line, "ms"),
                micros(line, "first_ms"),
                micros(line, "own_ms"));
    }

    private static Recall recall(String word) {
        return RECALLS.getOrDefault(word, Recall.NOT_ASKED);
    }

    private static Ending ending(String word) {
        return ENDINGS.getOrDefault(word, Ending.OPEN);
    }

    private static Cost cost(Members line) {
        Node cost = line.get("cost");
        if (cost.get("usd").exists()) {
            return known(cost);
        }
        return Cost.unknown(or(text(line, "cost_unknown"), NOT_SAID));
    }

    private static Cost known(Node cost) {
        BigDecimal usd = money(cost.get("usd"));
        boolean disputed = cost.get("confidence").is("low");
        boolean byProvider = cost.get("source").is("provider");
        Node list = cost.get("list_usd");
        return list.exists()
                ? new Cost.Known(usd, disputed, byProvider, money(list))
                : new Cost.Known(usd, disputed, byProvider);
    }

    private static @Nullable Draw draw(Node draw) {
        return draw.exists()
                ? new Draw(draw.get("control").isTrue(), (int)
                        draw.get("group").asLong().orElse(0))
                : null;
    }

    private static Saving saving(Node saving) {
        return new Saving(
                saving.get("lever").text(),
                saving.get("rule").text(),
                money(saving.get("usd")),
                saving.get("estimated").isTrue());
    }

    /** Money, as a text or as a number with every digit; no sum of sane amounts has an exponent beyond these. */
    static BigDecimal money(Node usd) {
        BigDecimal amount = new BigDecimal(usd.is(Node.Kind.STRING) ? usd.text() : usd.raw());
        if (Math.abs(amount.scale()) > MOST_DECIMALS || amount.precision() > MOST_DECIMALS) {
            throw new IllegalArgumentException("no amount of money");
        }
        return amount;
    }

    static long micros(Members line, String name) {
        Node millis = line.get(name);
        return millis.is(Node.Kind.NUMBER) ? Math.round(millis.asDouble().orElse(0) * 1000) : -1;
    }

    static String text(Members line, String name) {
        return line.get(name).text();
    }

    private static List<String> texts(Members line, String name) {
        return line.get(name).items().stream().map(Node::text).toList();
    }

    static long number(Members line, String name, long otherwise) {
        return line.get(name).asLong().orElse(otherwise);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
