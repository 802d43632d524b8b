// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.price.Hours;
import dev.parsimony.price.Limits;
import dev.parsimony.price.Money;
import dev.parsimony.price.Part;
import dev.parsimony.price.Period;
import dev.parsimony.price.Prices;
import dev.parsimony.price.Provenance;
import dev.parsimony.price.Tariff;
import dev.parsimony.price.Threshold;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is known of one tariff.
 *
 * @param tariff the tariff
 */
record Sheet(Tariff tariff) {
    /** The sheet as maps and lists. */
    static Map<String, Object> tree(Tariff tariff) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("provider", tariff.provider());
        tree.put("model", tariff.id());
        tree.put("kind", tariff.kind());
        tree.put("status", tariff.status());
        tree.put("aliases", tariff.aliases());
        tree.put("regional", Map.of("factor", tariff.regionalFactor(), "names", tariff.regional()));
        tree.put("prices", tariff.periods().stream().map(Sheet::tree).toList());
        tree.put("factors", new TreeMap<>(tariff.factors()));
        tree.putAll(limits(tariff.limits()));
        Provenance provenance = tariff.provenance();
        tree.put("confidence", provenance.confidence());
        tree.put("disputed", provenance.disputes());
        tree.put("disputed_minimum", provenance.minimumDisputes());
        tree.put("sources", provenance.sources());
        tree.put("notes", provenance.notes());
        return tree;
    }

    private static Map<String, Object> tree(Period period) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!period.from().equals(Instant.MIN)) {
            tree.put("from", date(period));
        }
        tree.putAll(tree(period.base()));
        tree.put("above", period.above().stream().map(Sheet::tree).toList());
        tree.put("hours", period.hours().stream().map(Sheet::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Threshold threshold) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("input_tokens", threshold.inputTokens());
        tree.putAll(tree(threshold.prices()));
        return tree;
    }

    private static Map<String, Object> tree(Hours hours) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("utc", hours.spans().stream().map(Hours.Span::toString).toList());
        tree.putAll(tree(hours.prices()));
        return tree;
    }

    private static Map<String, BigDecimal> tree(Prices prices) {
        Map<String, BigDecimal> tree = new LinkedHashMap<>();
        prices.listed().forEach((Part part, BigDecimal price) -> tree.put(part.key(), price));
        return tree;
    }

    private static Map<String, Long> limits(Limits limits) {
        Map<String, Long> tree = new LinkedHashMap<>();
        put(tree, "context", limits.context());
        put(tree, "max_input", limits.input());
        put(tree, "max_output", limits.output());
        put(tree, "dimensions", limits.dimensions());
        put(tree, "min_cacheable", limits.minimumCacheable());
        return tree;
    }

    private static void put(Map<String, Long> tree, String name, OptionalLong value) {
        value.ifPresent(v -> tree.put(name, v));
    }

    private static String date(Period period) {
        return period.from().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The sheet for people. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(tariff + ", " + tariff.kind() + ", " + tariff.status());
        tariff.periods().forEach(period -> prices(period, lines));
        say(lines, "factors", factors());
        say(lines, "limits in tokens", words(limits(tariff.limits())));
        say(lines, "also named", String.join(", ", tariff.aliases()));
        say(lines, "regional names, x " + Money.plain(tariff.regionalFactor()), String.join(", ", tariff.regional()));
        Provenance provenance = tariff.provenance();
        say(lines, "notes", provenance.notes());
        provenance.disputes().forEach(dispute -> say(lines, "disputed", dispute));
        provenance.minimumDisputes().forEach(dispute -> say(lines, "disputed", dispute));
        say(lines, "confidence", provenance.disputed() ? "low" : provenance.confidence());
        provenance.sources().forEach(source -> say(lines, "source", source));
        return String.join("\n", lines);
    }

    private static void prices(Period period, List<String> lines) {
        String since = period.from().equals(Instant.MIN) ? "" : "from " + date(period) + ": ";
        lines.add("  " + since + period.base());
        period.above().forEach(threshold -> lines.add("    " + threshold));
        period.hours().forEach(hours -> lines.add("    " + hours));
    }

    private String factors() {
        return new TreeMap<>(tariff.factors())
                .entrySet().stream()
                        .map(e -> e.getKey() + " x " + Money.plain(e.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Map<String, Long> limits) {
        return limits.entrySet().stream()
                .map(e -> e.getKey().replace('_', ' ') + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void say(List<String> lines, String what, String text) {
        if (!text.isEmpty()) {
            lines.add("  " + what + ": " + text);
        }
    }
}
