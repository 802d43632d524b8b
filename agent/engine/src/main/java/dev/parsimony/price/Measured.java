// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Locale;

/**
 * What one call site's calls cost less than those of it that were left as written.
 *
 * @param site the call site; empty if it is not known
 * @param control how many calls were left as written
 * @param treated how many were not
 * @param perCall how much less one of these costs, in USD; negative where it costs more
 * @param margin how far chance alone may go, in USD per call: in 19 of 20 cases no further
 * @param telling whether there are calls of enough conversations on both sides, almost all of them with a price
 */
public record Measured(String site, long control, long treated, double perCall, double margin, boolean telling) {
    /** Whether the difference is more than chance; else nothing may be claimed. */
    public boolean isCertain() {
        return telling && Math.abs(perCall) > margin;
    }

    /** What all calls cost less that were not left as written, in USD. */
    public double total() {
        return perCall * treated;
    }

    /** A line for a reader. */
    @Override
    public String toString() {
        String calls = String.format(
                Locale.ROOT,
                " at %s: %,d calls, %,d left as written",
                site.isEmpty() ? "unknown call sites" : site,
                treated,
                control);
        if (!isCertain()) {
            return "measured no difference beyond chance" + calls;
        }
        String word = perCall < 0 ? "overspent" : "saved";
        return String.format(Locale.ROOT, "measured %.6f USD %s a call (+-%.6f)", Math.abs(perCall), word, margin)
                + calls;
    }
}
