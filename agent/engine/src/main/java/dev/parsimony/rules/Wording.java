// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Plan.Choice;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Plan.Reuse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Actions in the words of the settings, as a user could have written them. */
final class Wording {
    private static final Map<String, Long> UNITS = units();

    private Wording() {}

    private static Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("d", 86_400_000L);
        units.put("h", 3_600_000L);
        units.put("m", 60_000L);
        units.put("s", 1_000L);
        return units;
    }

    /** The actions that are named: texts, numbers, and a map where one has settings of its own. */
    static Map<String, Object> of(Actions actions) {
        Map<String, Object> words = new LinkedHashMap<>();
        put(words, "cache", actions.cache(), "off", Wording::reuse);
        put(words, "model", actions.model(), "as_requested", model -> model);
        put(words, "max_tokens", actions.cap(), "off", cap -> cap);
        put(words, "stable_prefix", actions.stablePrefix(), "off", Wording::onOff);
        put(words, "prompt_cache", actions.promptCache(), "off", Wording::marking);
        if (actions.observe()) {
            words.put("mode", "observe");
        }
        return words;
    }

    private static <T> void put(
            Map<String, Object> words, String key, Decision<T> decision, String off, Function<T, Object> word) {
        if (decision.isNamed()) {
            words.put(key, decision.choice().map(Choice::value).map(word).orElse(off));
        }
    }

    private static Object reuse(Reuse reuse) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("ttl", time(reuse.ttl()));
        words.put("scope", reuse.scope().name().toLowerCase(Locale.ROOT));
        words.put("join", onOff(reuse.join()));
        if (reuse.withinTrace()) {
            words.put("within_trace", onOff(true));
        }
        return words;
    }

    private static Object onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static Object marking(Marking marking) {
        return switch (marking) {
            case OFF -> "off";
            case AUTO -> "auto";
            case SHORT -> "5m";
            case LONG -> "1h";
        };
    }

    /** A length of time in the largest unit that is exact. */
    private static String time(Duration time) {
        long millis = time.toMillis();
        return UNITS.entrySet().stream()
                .filter(unit -> millis % unit.getValue() == 0)
                .findFirst()
                .map(unit -> millis / unit.getValue() + unit.getKey())
                .orElse(millis + "ms");
    }

    /** Words on one line, as YAML writes them. */
    static String line(Object words) {
        return words instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + line(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : words.toString();
    }
}
