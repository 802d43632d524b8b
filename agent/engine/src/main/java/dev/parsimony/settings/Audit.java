// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one reading of the settings has found so far, and what the file's references to variables stand for. */
final class Audit {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<String, String> variables;

    /**
     * Begins a reading.
     *
     * @param variables the environment that {@code ${env:NAME}} refers to
     */
    Audit(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Notes something wrong, for which all that is read is refused. */
    void problem(Place place, String path, String message) {
        problems.add(new Problem(place, path, message));
    }

    /** Notes something doubtful. */
    void warning(Place place, String path, String message) {
        warnings.add(new Problem(place, path, message));
    }

    /** Whether nothing is wrong so far. */
    boolean isClean() {
        return problems.isEmpty();
    }

    /** What is wrong, in the order of the file. */
    List<Problem> problems() {
        return sorted(problems);
    }

    /** What is doubtful, in the order of the file. */
    List<Problem> warnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(List<Problem> found) {
        return found.stream().sorted(Comparator.comparing(Problem::place)).toList();
    }

    /**
     * Puts variables in the place of references to them.
     *
     * @throws IllegalArgumentException if one is not set and no default is given
     */
    Value.Scalar resolve(Value.Scalar scalar) {
        Matcher reference = REFERENCE.matcher(scalar.text());
        return reference.find() ? scalar.reading(reference.replaceAll(this::valueOf)) : scalar;
    }

    private String valueOf(java.util.regex.MatchResult reference) {
        String name = reference.group(1);
        String set = variables.getOrDefault(name, "");
        String byDefault = reference.group(2);
        if (set.isEmpty() && byDefault == null) {
            throw new IllegalArgumentException(
                    "variable " + name + " is not set. Set it, or give a default: ${env:" + name + ":-value}");
        }
        return Matcher.quoteReplacement(set.isEmpty() ? byDefault : set);
    }
}
