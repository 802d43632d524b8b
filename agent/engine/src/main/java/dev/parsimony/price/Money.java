// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.math.BigDecimal;

/** Amounts in USD: exact while they are reckoned with, without needless zeros when they are shown. */
public final class Money {
    private Money() {}

    /**
     * What tokens cost.
     *
     * @param tokens how many
     * @param perMillion USD per million of them
     * @return USD, exact
     */
    public static BigDecimal of(long tokens, BigDecimal perMillion) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }

    /** An amount as people write it: no exponent, no zeros at the end, {@code 0} for nothing. */
    public static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
