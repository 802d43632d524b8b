// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them. */
final class Amounts {
    private static final int DECIMALS = 6;

    private Amounts() {}

    /** Money, rounded to a millionth of a dollar, which no sum here is. */
    static String text(BigDecimal usd) {
        return usd.setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
