// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import dev.parsimony.rules.Actions;
import dev.parsimony.rules.Decision;
import dev.parsimony.rules.Doubt;
import dev.parsimony.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules: their names, their actions, and whether they end the reading. */
final class RuleReader {
    private static final Form<Boolean> SWITCH = Form.onOff();
    private static final Form<String> NAME = Form.text().then(RuleReader::name);
    private static final List<String> LATER = List.of(
            "semantic_cache", "fallback", "cascade", "budget", "trim", "concise", "effort", "service_tier", "deny");
    private static final long MOST_TOKENS = 1_000_000_000;

    private final Map<String, Place> names = new HashMap<>();

    private RuleReader() {}

    /**
     * Reads all rules; one that cannot be read is noted, and so is what can hardly be meant once all can be read.
     *
     * @param items the rules as they stand
     * @param tenant where a call's tenant is read
     */
    static List<Rule> read(List<Field> items, Tenant tenant) {
        RuleReader reader = new RuleReader();
        List<Rule> rules = new ArrayList<>();
        for (Field item : items) {
            item.section("key of a rule").ifPresent(section -> rules.add(section.readBy(reader::rule)));
        }
        for (Doubt doubt : Doubt.of(rules, tenant.isEverTrusted())) {
            items.get(doubt.index()).doubt(doubt.message());
        }
        return rules;
    }

    private Rule rule(Section section) {
        String name = section.required("name", NAME, "name: what-it-is-for").orElse("");
        section.field("name").filter(field -> !name.isEmpty()).ifPresent(field -> unique(name, field));
        return Rule.of(
                name,
                section.section("when", "condition", ConditionReader::read),
                section.section("unless", "condition", ConditionReader::read),
                section.section("then", "action", actions -> actions(name, actions)),
                section.value("final", SWITCH, false));
    }

    private void unique(String name, Field field) {
        Place first = names.putIfAbsent(name, field.value().place());
        if (first != null) {
            field.refuse("names another rule already, at " + first + ". Names of rules are unique");
        }
    }

    private static String name(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be a single line");
        }
        return text;
    }

    private static Actions actions(String rule, Section section) {
        LATER.forEach(section::later);
        return new Actions(
                section.field("cache").flatMap(field -> cache(rule, field)).orElse(Decision.unsaid()),
                section.value("model", Form.text().then(text -> model(rule, text)), Decision.unsaid()),
                section.value("max_tokens", cap(rule), Decision.unsaid()),
                section.value("stable_prefix", SWITCH.then(on -> stablePrefix(rule, on)), Decision.unsaid()),
                section.value("prompt_cache", promptCache(rule), Decision.unsaid()),
                section.value("mode", Form.word(Map.of("observe", true)), false));
    }

    private static Optional<Decision<Reuse>> cache(String rule, Field field) {
        return field.isSection()
                ? field.section("key of cache")
                        .flatMap(section -> section.readBy(RuleReader::reuse))
                        .map(reuse -> Decision.of(reuse, rule))
                : field.read(((Form<Decision<Reuse>>) scalar -> {
                            throw new IllegalArgumentException("no mapping");
                        })
                        .orOff("a mapping such as {ttl: 10m}", Decision.off()));
    }

    private static Optional<Reuse> reuse(Section section) {
        Optional<Duration> ttl = section.required("ttl", RuleReader::ttl, "ttl: 10m");
        Sharing scope = section.value(
                "scope", Form.word(Map.of("tenant", Sharing.TENANT, "shared", Sharing.SHARED)), Sharing.TENANT);
        boolean join = section.value("join", SWITCH, true);
        boolean withinTrace = section.value("within_trace", SWITCH, false);
        return ttl.map(time -> new Reuse(time, scope, join, withinTrace));
    }

    private static Duration ttl(Value.Scalar scalar) {
        Duration time = Quantity.time(scalar);
        if (time.isZero()) {
            throw new IllegalArgumentException("must be longer than nothing. To reuse nothing, say cache: off");
        }
        return time;
    }

    private static Decision<String> model(String rule, String text) {
        if (text.contains("*") || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("must be the name of one model, or as_requested");
        }
        return text.equals("as_requested") ? Decision.off() : Decision.of(text, rule);
    }

    private static Form<Decision<Long>> cap(String rule) {
        return Form.whole(1, MOST_TOKENS)
                .then(tokens -> Decision.of(tokens, rule))
                .orOff("a whole number from 1 to " + MOST_TOKENS, Decision.off());
    }

    private static Decision<Boolean> stablePrefix(String rule, boolean on) {
        return on ? Decision.of(true, rule) : Decision.off();
    }

    private static Form<Decision<Marking>> promptCache(String rule) {
        return Form.word(Map.of("off", Marking.OFF, "auto", Marking.AUTO, "5m", Marking.SHORT, "1h", Marking.LONG))
                .then(marking -> Decision.of(marking, rule));
    }
}
