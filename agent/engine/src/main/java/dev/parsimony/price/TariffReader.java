// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a table of tariffs in the project's own format. It reads all or nothing: a price outside any plausible range, as a
 * slip of the unit makes it, refuses the table and says where.
 */
public final class TariffReader {
    private static final Set<DayOfWeek> WEEKDAYS =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final BigDecimal CHEAPEST = new BigDecimal("0.0001");
    private static final BigDecimal DEAREST = new BigDecimal("2000");
    private static final BigDecimal SMALLEST_FACTOR = new BigDecimal("0.01");
    private static final BigDecimal LARGEST_FACTOR = new BigDecimal("20");

    /** What may stand in a model. */
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "provider",
            "id",
            "kind",
            "status",
            "aliases",
            "snapshots",
            "deployments",
            "regional",
            "prices",
            "provisioned",
            "factors",
            "context",
            "max_input",
            "max_output",
            "dimensions",
            "min_cacheable",
            "min_cacheable_at_most",
            "notes",
            "confidence",
            "disputed",
            "disputed_minimum",
            "sources",
            "agrees"));

    private final String file;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private TariffReader(String file) {
        this.file = file;
    }

    /**
     * Reads a table.
     *
     * @param file its name, for errors
     * @param json its content
     * @throws Misprint if it is no such table, or holds a figure that cannot be; the message names the place
     */
    public static TariffTable read(String file, byte[] json) {
        Json text = Json.read(json).orElseThrow(() -> Misprint.of(file, "this is no JSON"));
        return new TariffReader(file).table(text.root());
    }

    private TariffTable table(Node root) {
        for (Node source : root.get("sources").children()) {
            sources.put(source.name(), text(source, "name") + ", " + text(source, "date"));
        }
        return new TariffTable(
                textOr(root, "version", file),
                root.get("providers").items().stream().map(this::provider).toList(),
                root.get("models").items().stream().map(this::tariff).toList());
    }

    private Provider provider(Node node) {
        return new Provider(
                text(node, "id"),
                textOr(node, "name", text(node, "id")),
                texts(node.get("other_names")),
                node.get("resells").isTrue(),
                node.get("tools").items().stream().map(this::tool).toList(),
                node.get("notes").text());
    }

    private ToolPrice tool(Node node) {
        BigDecimal price = within(node.get("per_1000"), BigDecimal.ZERO, DEAREST);
        return new ToolPrice(
                text(node, "id"),
                price,
                texts(node.get("models")),
                node.get("disputed").text());
    }

    private Tariff tariff(Node node) {
        node.children().stream().filter(member -> !KEYS.contains(member.name())).forEach(unknown -> {
            throw wrong(unknown, unknown.name() + " is no key of a model here. There are " + String.join(", ", KEYS));
        });
        Node regional = node.get("regional");
        return new Tariff(
                text(node, "provider"),
                text(node, "id"),
                textOr(node, "kind", "chat"),
                textOr(node, "status", "active"),
                texts(node.get("aliases")),
                texts(regional.get("ids")),
                regional.exists() ? factor(regional.get("factor")) : BigDecimal.ONE,
                periods(node),
                node.get("provisioned").isTrue(),
                factors(node.get("factors")),
                limits(node),
                provenance(node));
    }

    private List<Period> periods(Node node) {
        List<Period> periods = node.get("prices").items().stream()
                .map(this::period)
                .sorted(Comparator.comparing(Period::from))
                .toList();
        if (periods.isEmpty() && !node.get("provisioned").isTrue()) {
            throw wrong(node, text(node, "id") + " lists no prices");
        }
        return periods;
    }

    private Period period(Node node) {
        Node from = node.get("from");
        return new Period(
                from.exists() ? parsed(from, LocalDate::parse).atStartOfDay().toInstant(ZoneOffset.UTC) : Instant.MIN,
                prices(node),
                node.get("above").items().stream()
                        .map(t -> new Threshold(tokens(t, "input_tokens").orElseThrow(), prices(t)))
                        .sorted(Comparator.comparing(Threshold::inputTokens))
                        .toList(),
                node.get("hours").items().stream().map(this::hours).toList());
    }

    private Hours hours(Node node) {
        return new Hours(
                text(node, "days").equals("mon-fri") ? WEEKDAYS : Set.of(DayOfWeek.values()),
                node.get("utc").items().stream()
                        .map(span -> parsed(span, TariffReader::span))
                        .toList(),
                node.get("except").items().stream()
                        .map(day -> parsed(day, LocalDate::parse))
                        .collect(Collectors.toUnmodifiableSet()),
                prices(node));
    }

    private static Hours.Span span(String text) {
        String from = text.substring(0, Math.max(0, text.indexOf('-')));
        return new Hours.Span(LocalTime.parse(from), LocalTime.parse(text.substring(from.length() + 1)));
    }

    private <T> T parsed(Node node, Function<String, T> parser) {
        try {
            return parser.apply(node.text());
        } catch (DateTimeException | IndexOutOfBoundsException unreadable) {
            throw wrong(node, node.raw() + " is no such date or time");
        }
    }

    private Prices prices(Node node) {
        Map<Part, BigDecimal> prices = new EnumMap<>(Part.class);
        for (Node member : node.children()) {
            Optional<Part> part = Part.of(member.name());
            part.ifPresent(p -> prices.put(p, within(member, CHEAPEST, DEAREST)));
            if (part.isEmpty() && member.is(Node.Kind.NUMBER) && !member.name().equals("input_tokens")) {
                throw wrong(member, member.name() + " is no price that is known here");
            }
        }
        return new Prices(prices);
    }

    private Map<String, BigDecimal> factors(Node node) {
        return node.children().stream().collect(Collectors.toUnmodifiableMap(Node::name, this::factor));
    }

    private BigDecimal factor(Node node) {
        return within(node, SMALLEST_FACTOR, LARGEST_FACTOR);
    }

    private Limits limits(Node node) {
        return new Limits(
                tokens(node, "context"),
                tokens(node, "max_input"),
                tokens(node, "max_output"),
                tokens(node, "dimensions"),
                tokens(node, "min_cacheable"),
                tokens(node, "min_cacheable_at_most"));
    }

    private Provenance provenance(Node node) {
        return new Provenance(
                textOr(node, "confidence", "high"),
                texts(node.get("disputed")),
                texts(node.get("disputed_minimum")),
                node.get("sources").items().stream().map(this::source).toList(),
                texts(node.get("agrees")),
                node.get("notes").text());
    }

    private String source(Node node) {
        return Optional.ofNullable(sources.get(node.text()))
                .orElseThrow(() -> wrong(node, "the source " + node.text() + " is not described under sources"));
    }

    /** Whether a price in USD per million can be meant: a slip of the unit makes one that cannot. */
    static boolean isPlausible(BigDecimal perMillion) {
        return perMillion.compareTo(CHEAPEST) >= 0 && perMillion.compareTo(DEAREST) <= 0;
    }

    private BigDecimal within(Node node, BigDecimal least, BigDecimal most) {
        BigDecimal value = node.is(Node.Kind.NUMBER) ? new BigDecimal(node.raw()) : BigDecimal.ONE.negate();
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(node, node.name() + " is " + node.raw() + ", outside " + least + " to " + most);
        }
        return value;
    }

    private OptionalLong tokens(Node node, String name) {
        Node value = node.get(name);
        OptionalLong tokens = value.asLong();
        if (value.exists() && tokens.orElse(0) <= 0) {
            throw wrong(value, name + " is " + value.raw() + ", not a number of tokens");
        }
        return tokens;
    }

    private String text(Node node, String name) {
        String text = node.get(name).text();
        if (text.isEmpty()) {
            throw wrong(node, name + " is missing");
        }
        return text;
    }

    private static String textOr(Node node, String name, String otherwise) {
        String text = node.get(name).text();
        return text.isEmpty() ? otherwise : text;
    }

    private static List<String> texts(Node node) {
        return node.items().stream().map(Node::text).toList();
    }

    private Misprint wrong(Node node, String what) {
        return Misprint.at(file, node, what);
    }
}
