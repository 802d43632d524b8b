// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;

/**
 * Money by class of tokens, in USD, exact.
 *
 * @param uncached for input neither read nor written
 * @param read for input read from a cache
 * @param write for input written for the short life
 * @param longWrite for input written for the long life
 * @param output for the answer
 */
public record Amounts(BigDecimal uncached, BigDecimal read, BigDecimal write, BigDecimal longWrite, BigDecimal output) {

    /** Nothing at all. */
    public static final Amounts ZERO =
            new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The sum of all classes, in USD. */
    public BigDecimal total() {
        return uncached.add(read).add(write).add(longWrite).add(output);
    }

    /** Both together, class by class. */
    public Amounts plus(Amounts other) {
        return new Amounts(
                uncached.add(other.uncached),
                read.add(other.read),
                write.add(other.write),
                longWrite.add(other.longWrite),
                output.add(other.output));
    }
}
