// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one family of models accepts: a row of {@code models.txt}, which says what the traits mean.
 *
 * @param names the models' names
 * @param traits each trait and its value; empty text for a trait that has none
 */
record Family(Glob names, Map<String, String> traits) {
    private static final Family UNKNOWN = new Family(new Glob("*"), Map.of());

    /** The list, read when a model's traits are first asked for. */
    private static final class Known {
        private static final List<Family> FAMILIES =
                DataFile.rows("models.txt").stream().map(Family::row).toList();
    }

    private static Family row(List<String> words) {
        Map<String, String> traits = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            traits.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        return new Family(new Glob(words.get(0)), Map.copyOf(traits));
    }

    /** The family of a model; one that accepts anything if it is in none. */
    static Family of(String model) {
        String name = bare(model);
        for (Family family : Known.FAMILIES) {
            if (family.names.matches(name)) {
                return family;
            }
        }
        return UNKNOWN;
    }

    /** All families known, in order. */
    static List<Family> known() {
        return Known.FAMILIES;
    }

    /**
     * A model's name without what stands before it: {@code openai/}, {@code ft:}, {@code us.anthropic.}; Claude's versions as
     * Anthropic writes them, not with OpenRouter's point.
     */
    private static String bare(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        name = name.startsWith("ft:") ? name.substring(3) : name;
        int vendor = name.indexOf("anthropic.");
        name = vendor < 0 ? name : name.substring(vendor + "anthropic.".length());
        return name.startsWith("claude-") ? name.replace('.', '-') : name;
    }

    /** Whether the models are in the list. */
    boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** Whether a trait is stated. */
    boolean has(String trait) {
        return traits.containsKey(trait);
    }

    /** The value of a trait; empty if it is not stated. */
    String value(String trait) {
        return traits.getOrDefault(trait, "");
    }

    /** Whether the values of a trait name this one; a family that is not known accepts every value. */
    boolean accepts(String trait, String value) {
        return !isKnown() || List.of(value(trait).split(",")).contains(value);
    }

    /** The most output tokens a request may ask for, if that is known. */
    OptionalLong output() {
        return has("output") ? OptionalLong.of(Long.parseLong(value("output"))) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return names + " " + traits;
    }
}
