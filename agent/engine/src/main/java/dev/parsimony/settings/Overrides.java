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
import java.util.stream.Stream;

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
     * @param environment where properties and variables are. An empty variable counts as not set, as OpenTelemetry has it;
     *     an empty property was written on purpose
     */
    Overrides(Environment environment) {
        environment.properties().forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) {
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
        return new Scalar(value, value.isEmpty() ? Kind.BARE : Kind.ANY, Place.of(source));
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
                audit.problem(scalar.place(), path, unknown("setting", path, Spelling.question(path, scalars)));
            }
        });
        Set<String> known = new TreeSet<>();
        Stream.concat(scalars.stream(), ELSEWHERE.stream()).forEach(path -> known.add(word(path)));
        variables.forEach((name, scalar) -> {
            String word = name.substring(VARIABLE.length());
            if (!known.contains(word)) {
                String path = word.toLowerCase(Locale.ROOT);
                audit.warning(scalar.place(), "", unknown("variable, ignored", path, question(word, known)));
            }
        });
    }

    private String unknown(String what, String path, String question) {
        return others.contains(path)
                ? "can only be set in a file: it is not a single value"
                : "unknown " + what + "." + question;
    }

    /** The question is about the words behind the prefix, which would make any two variables look alike. */
    private static String question(String word, Set<String> known) {
        return Spelling.nearest(word, known)
                .map(near -> " Did you mean \"" + VARIABLE + near + "\"?")
                .orElse("");
    }

    private static String variable(String path) {
        return VARIABLE + word(path);
    }

    private static String word(String path) {
        return path.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
