// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Scalar;
import java.util.Locale;
import java.util.Map;

/**
 * {@code on} or {@code off}, {@code true} or {@code false}. Outside a file, where shells, charts and people in a hurry write
 * it, also in any case, {@code 1} or {@code 0}, and a property without a value for {@code on}.
 */
final class Switch implements Form<Boolean> {
    private static final Map<String, Boolean> WORDS = Map.of("on", true, "true", true, "off", false, "false", false);
    private static final Map<String, Boolean> DIGITS = Map.of("1", true, "0", false);
    /** What other formats say: YAML 1.1 took {@code yes} for {@code true}. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("yes", "on", "y", "on", "1", "on", "no", "off", "n", "off", "0", "off");

    @Override
    public Boolean read(Scalar scalar) {
        if (scalar.kind() == Kind.BARE) {
            return true;
        }
        String lower = scalar.text().toLowerCase(Locale.ROOT);
        boolean outside = scalar.kind() == Kind.ANY;
        String word = outside || scalar.kind() == Kind.SWITCH ? lower : scalar.text();
        Boolean meaning = outside && DIGITS.containsKey(word) ? DIGITS.get(word) : WORDS.get(word);
        if (meaning == null) {
            String meant = ELSEWHERE.getOrDefault(lower, "");
            throw new IllegalArgumentException(
                    "must be on or off." + (meant.isEmpty() ? "" : " Did you mean \"" + meant + "\"?"));
        }
        return meaning;
    }

    @Override
    public String toString() {
        return "on or off";
    }
}
