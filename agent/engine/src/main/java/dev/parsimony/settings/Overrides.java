// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Environment;
import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings given as system properties and environment variables, which win over the file. They are asked for by the path of
 * a setting; what nobody asked for in the end is unknown.
 */
final class Overrides {
    private static final String PROPERTY = "parsimony.";
    private static final String VARIABLE = "PARSIMONY_";
    /** Read before there are settings: whether to start at all, and where the file is. */
    private static final Set<String> ELSEWHERE = Set.of("enabled", "config");

    private final Map<String, Scalar> properties = new TreeMap<>();
    private final Map<String, Scalar> variables = new TreeMap<>();
    private final Set<String> scalars = new TreeSet<>();
    private final Set<String> others = new HashSet<>();

    /**
     * Picks what may be ours.
     *
     * @param environment where properties and variables are; an empty one counts as not set
     */
    Overrides(Environment environment) {
        environment.properties().forEach((name, value) -> {
            if (name.startsWith(PROPERTY) && !value.isEmpty()) {
                String path = name.substring(PROPERTY.length());
                properties.put(path.startsWith("x-") ? path : path.replace('-', '_'), scalar("-D" + name, value));
            }
        });
        environment.variables().forEach((name, value) -> {
            if (name.startsWith(VARIABLE) && !value.isEmpty()) {
                variables.put(name, scalar(name, value));
            }
        });
    }

    private static Scalar scalar(String source, String value) {
        return new Scalar(value, Kind.ANY, Place.of(source));
    }

    /** What is said of a setting outside the file, the last one winning. */
    List<Scalar> of(String path) {
        scalars.add(path);
        List<Scalar> said = new ArrayList<>(2);
        if (variables.containsKey(variable(path))) {
            said.add(variables.get(variable(path)));
        }
        if (properties.containsKey(path)) {
            said.add(properties.get(path));
        }
        return said;
    }

    /** Notes that a setting is a list or holds others, so that nothing but a file can say it. */
    void inFileOnly(String path) {
        others.add(path);
    }

    /** Complains of what nobody asked for. Variables are only mentioned, since others, Kubernetes among them, invent such names. */
    void close(Audit audit) {
        properties.forEach((path, scalar) -> {
            if (!scalars.contains(path) && !ELSEWHERE.contains(path) && !path.startsWith("x-")) {
                audit.problem(scalar.place(), path, unknown("setting", path, path, scalars));
            }
        });
        Map<String, String> known = new TreeMap<>();
        scalars.forEach(path -> known.put(variable(path), path));
        ELSEWHERE.forEach(path -> known.put(variable(path), path));
        variables.forEach((name, scalar) -> {
            if (!known.containsKey(name)) {
                String path = name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT);
                audit.warning(scalar.place(), "", unknown("variable, ignored", path, name, known.keySet()));
            }
        });
    }

    private String unknown(String what, String path, String word, Set<String> known) {
        return others.contains(path)
                ? "can only be set in a file: it is not a single value"
                : "unknown " + what + "." + Spelling.question(word, known);
    }

    private static String variable(String path) {
        return VARIABLE + path.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
