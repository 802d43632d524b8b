// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Lens;
import java.util.function.Function;

/**
 * Looks for a regular expression in a text of the request. RE2 runs in time linear in the text whatever the expression, so
 * that no expression can hang a call; it has no lookaround and no backreferences for that reason.
 *
 * @param part which text
 * @param expression what must be found in it
 */
public record Phrased(Part part, Pattern expression) implements Condition {
    /** A text of a request. */
    public enum Part {
        /** The system text. */
        SYSTEM("system", Lens::systemText),
        /** The last text of the user. */
        USER("user", Lens::lastUserText);

        private final String key;

        @SuppressWarnings("ImmutableEnumChecker") // a reading holds nothing
        private final Function<Lens, String> reading;

        Part(String key, Function<Lens, String> reading) {
            this.key = key;
            this.reading = reading;
        }

        /** The text's key in the settings. */
        public String key() {
            return key;
        }
    }

    /**
     * Reads an expression in RE2's syntax.
     *
     * @throws IllegalArgumentException if it is none, or uses what cannot run in linear time
     */
    public static Phrased of(Part part, String expression) {
        try {
            return new Phrased(part, Pattern.compile(expression));
        } catch (PatternSyntaxException refusal) {
            throw new IllegalArgumentException(
                    "is not a regular expression in RE2 syntax (no lookaround, no backreferences): "
                            + refusal.getDescription(),
                    refusal);
        }
    }

    @Override
    public boolean holds(Facts facts) {
        return expression.matcher(part.reading.apply(facts.request())).find();
    }

    @Override
    public String seen(Facts facts) {
        return holds(facts) ? "found" : "not found";
    }

    @Override
    public Effort effort() {
        return Effort.TEXT;
    }

    @Override
    public String key() {
        return part.key;
    }

    @Override
    public String toString() {
        return key() + ": " + expression;
    }
}
