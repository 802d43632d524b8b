// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers a comparison lets through; none of them is negative.
 *
 * @param low the least
 * @param lowOpen whether the least itself is left out
 * @param high the greatest; infinite for no limit
 * @param highOpen whether the greatest itself is left out
 */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
    private static final double BEYOND = 1e15; // past fifteen digits a double no longer tells whole numbers apart
    private static final String NUMBER = "([0-9]{1,15}(?:\\.[0-9]{1,6})?)";
    private static final Pattern COMPARISON = Pattern.compile("(<=?|>=?|=)? *" + NUMBER);
    private static final Pattern BETWEEN = Pattern.compile(NUMBER + " *\\.\\. *" + NUMBER);

    /**
     * Reads {@code < 2000}, {@code >= 4}, {@code = 1}, {@code 1} or {@code 500..2000}, both ends included.
     *
     * @throws IllegalArgumentException if it is none of these or the range runs backwards
     */
    public static Range of(String text) {
        Matcher between = BETWEEN.matcher(text.strip());
        if (between.matches()) {
            return between(Double.parseDouble(between.group(1)), Double.parseDouble(between.group(2)));
        }
        Matcher comparison = COMPARISON.matcher(text.strip());
        if (comparison.matches()) {
            String sign = comparison.group(1);
            return compared(sign == null ? "=" : sign, Double.parseDouble(comparison.group(2)));
        }
        throw notAComparison();
    }

    /**
     * Only this number.
     *
     * @throws IllegalArgumentException if it is negative or beyond 10^15
     */
    public static Range exactly(double number) {
        if (number >= 0 && number < BEYOND) {
            return new Range(number, false, number, false);
        }
        throw notAComparison();
    }

    private static IllegalArgumentException notAComparison() {
        return new IllegalArgumentException("must be a comparison such as \"< 2000\", \">= 4\" or \"500..2000\"");
    }

    private static Range between(double low, double high) {
        if (low > high) {
            throw new IllegalArgumentException("runs backwards: the smaller number stands first");
        }
        return new Range(low, false, high, false);
    }

    private static Range compared(String sign, double number) {
        return switch (sign) {
            case "<" -> new Range(0, false, number, true);
            case "<=" -> new Range(0, false, number, false);
            case ">" -> new Range(number, true, Double.POSITIVE_INFINITY, true);
            case ">=" -> new Range(number, false, Double.POSITIVE_INFINITY, true);
            default -> exactly(number);
        };
    }

    /** Whether a number is let through. */
    public boolean contains(double number) {
        return (lowOpen ? number > low : number >= low) && (highOpen ? number < high : number <= high);
    }

    /** Whether no number is let through. */
    public boolean isEmpty() {
        return low > high || low == high && (lowOpen || highOpen);
    }

    /** Whether every number of the other range is let through. */
    public boolean encloses(Range other) {
        boolean above = other.low > low || other.low == low && (!lowOpen || other.lowOpen);
        boolean below = other.high < high || other.high == high && (!highOpen || other.highOpen);
        return other.isEmpty() || above && below;
    }

    @Override
    public String toString() {
        if (low == high && !lowOpen && !highOpen) {
            return plain(low);
        }
        if (Double.isInfinite(high)) {
            return (lowOpen ? "> " : ">= ") + plain(low);
        }
        return low == 0 && !lowOpen ? (highOpen ? "< " : "<= ") + plain(high) : plain(low) + ".." + plain(high);
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
