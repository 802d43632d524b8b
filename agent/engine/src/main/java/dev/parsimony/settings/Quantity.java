// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and what is measured in them: bytes, time, shares. Every message says how to write one. */
final class Quantity {
    private static final long MOST = 999_999_999_999_999L;
    private static final int LONGEST = 30; // characters; what is longer is no number anybody means
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,6}) ?(B|KiB|MiB|GiB|kB|KB|MB|GB)");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,9})(ms|s)|([0-9]{1,6})(m)|([0-9]{1,5})(h)|([0-9]{1,4})(d)");
    private static final Pattern PERCENTAGE = Pattern.compile("(100|[0-9]{1,2}(?:\\.[0-9]{1,6})?) ?%");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "kB", 1_000L,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L);
    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Quantity() {}

    /**
     * A number of YAML's core schema, which also knows {@code 0x1F} and {@code 0o17}; as text, decimal digits.
     *
     * @throws IllegalArgumentException if it is none
     */
    static BigDecimal number(Scalar scalar) {
        String text = scalar.text();
        boolean readable = scalar.kind() == Kind.NUMBER
                ? text.length() <= LONGEST
                : DIGITS.matcher(text).matches();
        if (!readable) {
            throw new IllegalArgumentException("must be a number");
        }
        try {
            return scalar.kind() == Kind.NUMBER && text.startsWith("0x")
                    ? new BigDecimal(new BigInteger(text.substring(2), 16))
                    : text.startsWith("0o")
                            ? new BigDecimal(new BigInteger(text.substring(2), 8))
                            : new BigDecimal(text);
        } catch (NumberFormatException infinite) { // .inf and .nan are numbers to YAML
            throw new IllegalArgumentException("must be a number", infinite);
        }
    }

    /** A size in bytes: {@code 64MiB}, {@code 500 kB}, or plain bytes. */
    static long bytes(Scalar scalar) {
        Matcher sized = BYTES.matcher(scalar.text());
        if (sized.matches()) {
            return Long.parseLong(sized.group(1)) * UNITS.getOrDefault(sized.group(2), 1L);
        }
        try {
            return Form.whole(0, MOST).read(scalar);
        } catch (IllegalArgumentException neither) {
            throw new IllegalArgumentException("must be a size such as 64MiB or 500kB", neither);
        }
    }

    /** A length of time: {@code 500ms}, {@code 30s}, {@code 10m}, {@code 2h}, {@code 7d}. */
    static Duration time(Scalar scalar) {
        Matcher time = TIME.matcher(scalar.text());
        if (!time.matches()) {
            throw new IllegalArgumentException("must be a duration such as 500ms, 30s, 10m, 2h or 7d");
        }
        int group = 1;
        while (time.group(group) == null) {
            group += 2;
        }
        return TIMES.getOrDefault(time.group(group + 1), Duration.ZERO).multipliedBy(Long.parseLong(time.group(group)));
    }

    /** A share, from 0 to 1, written as a percentage: {@code 10%}. */
    static double share(Scalar scalar) {
        Matcher percentage = PERCENTAGE.matcher(scalar.text());
        if (!percentage.matches()) {
            throw new IllegalArgumentException("must be a percentage from 0% to 100%");
        }
        return new BigDecimal(percentage.group(1)).movePointLeft(2).doubleValue();
    }
}
