// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.rules.Range;
import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Scalar;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a single value is written.
 *
 * @param <T> what it is read as
 */
@FunctionalInterface
interface Form<T> {
    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is not written so; its message goes on from the name of the setting
     */
    T read(Scalar scalar);

    /** What this form reads, read on. */
    default <R> Form<R> then(Function<T, R> next) {
        return scalar -> next.apply(read(scalar));
    }

    /** This form, or the word {@code off}. */
    default Form<T> orOff(String description, T off) {
        return scalar -> {
            if (asWord(scalar).equals("off")) {
                return off;
            }
            try {
                return read(scalar);
            } catch (IllegalArgumentException neither) {
                throw new IllegalArgumentException("must be " + description + ", or off", neither);
            }
        };
    }

    /** A text that is not blank. */
    static Form<String> text() {
        return scalar -> {
            if (scalar.kind() == Kind.NUMBER || scalar.kind() == Kind.SWITCH) {
                throw new IllegalArgumentException("must be text: put it in quotes");
            }
            if (scalar.text().isBlank()) {
                throw new IllegalArgumentException("must not be empty");
            }
            return scalar.text();
        };
    }

    /** One of a few words; {@code true} is {@code on} and {@code false} is {@code off}, where those are among them. */
    static <T> Form<T> word(Map<String, T> words) {
        Map<String, T> sorted = new TreeMap<>(words);
        return scalar -> {
            T meaning = sorted.get(asWord(scalar));
            if (meaning == null) {
                throw new IllegalArgumentException("must be " + String.join(" or ", sorted.keySet()) + "."
                        + Spelling.question(scalar.text(), sorted.keySet()));
            }
            return meaning;
        };
    }

    /** One of a few words, as it is. */
    static Form<String> oneOf(String... words) {
        return word(Stream.of(words).collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /** {@code on} or {@code off}. */
    static Form<Boolean> onOff() {
        return new Switch();
    }

    private static String asWord(Scalar scalar) {
        boolean anyCase = scalar.kind() == Kind.SWITCH || scalar.kind() == Kind.ANY;
        return switch (anyCase ? scalar.text().toLowerCase(Locale.ROOT) : scalar.text()) {
            case "true" -> "on";
            case "false" -> "off";
            default -> scalar.text();
        };
    }

    /** A whole number; in quotes too, as templates write it. */
    static Form<Long> whole(long least, long most) {
        return scalar -> {
            BigDecimal number = Quantity.number(scalar);
            boolean within =
                    number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
            if (!within || number.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
            }
            return number.longValueExact();
        };
    }

    /** A comparison, or the one number that is meant. */
    static Form<Range> range() {
        return scalar -> scalar.kind() == Kind.NUMBER
                ? Range.exactly(Quantity.number(scalar).doubleValue())
                : Range.of(scalar.text());
    }
}
