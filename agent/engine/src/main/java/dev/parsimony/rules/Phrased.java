// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Lens;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * Looks for a regular expression in a text of the request. RE2 runs in time linear in the text whatever the expression, so
 * that no expression can hang a call; it has no lookaround and no backreferences for that reason. Each character costs a step
 * for each instruction of the expression at worst, so that a text too long for its expression is not searched, and the
 * condition is not decided.
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

    /** An expression's time for each character grows with its instructions, so it may not have more than this. */
    private static final int MOST_INSTRUCTIONS = 2_000;

    /** The most steps of one search. At some 10 ns each, as measured, 20 ms; for one word a text of 200,000 characters. */
    private static final int MOST_STEPS = 2_000_000;

    private static final int LONGEST = 1_000;
    private static final long LARGEST = 1_000_000;
    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(?:\\d+,)?(\\d+),?}");

    /**
     * Reads an expression in RE2's syntax, of at most 1,000 characters.
     *
     * @throws IllegalArgumentException if it is none, uses what cannot run in linear time, or grows too large
     */
    public static Phrased of(Part part, String expression) {
        try {
            Pattern pattern = mayGrowHuge(expression) ? null : Pattern.compile(expression);
            if (pattern == null || pattern.programSize() > MOST_INSTRUCTIONS) {
                throw new IllegalArgumentException(
                        "is too large a regular expression: it counts too far or is too long");
            }
            return new Phrased(part, pattern);
        } catch (PatternSyntaxException refusal) {
            throw new IllegalArgumentException(
                    "is not a regular expression in RE2 syntax (no lookaround, no backreferences): "
                            + refusal.getDescription(),
                    refusal);
        }
    }

    /** Whether counted repetitions, all inside one another at worst, could make more instructions than memory bears. */
    private static boolean mayGrowHuge(String expression) {
        long size = expression.length();
        Matcher count = COUNT.matcher(expression);
        while (size <= LARGEST && count.find()) {
            size *= Math.max(
                    1,
                    new BigInteger(count.group(1))
                            .min(BigInteger.valueOf(LARGEST))
                            .longValue());
        }
        return expression.length() > LONGEST || size > LARGEST;
    }

    @Override
    public boolean holds(Facts facts) {
        return decides(true, facts);
    }

    @Override
    public boolean decides(boolean so, Facts facts) {
        String text = text(facts);
        return text.length() <= longestText() && isFoundIn(text) == so;
    }

    @Override
    public boolean isDecidable(Facts facts) {
        return text(facts).length() <= longestText();
    }

    @Override
    public String seen(Facts facts) {
        String text = text(facts);
        return text.length() > longestText()
                ? "not searched, its " + text.length() + " characters are more than the " + longestText()
                        + " that an expression of this size may search"
                : isFoundIn(text) ? "found" : "not found";
    }

    private String text(Facts facts) {
        return part.reading.apply(facts.request());
    }

    private boolean isFoundIn(String text) {
        return expression.matcher(text).find();
    }

    private int longestText() {
        return MOST_STEPS / expression.programSize();
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
