// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.Locale;

/** Units, as the tables write them. */
enum Unit {
    MILLISECONDS("ms"),
    MICROSECONDS("µs"),
    /** Of 1,048,576 bytes. */
    MEGABYTES("MB"),
    /** Of 1,024 bytes. */
    KILOBYTES("KB"),
    TIMES("x");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** An amount, with as many digits as it takes to have two that count. */
    String write(double amount) {
        return number(amount) + (this == TIMES ? symbol : " " + symbol);
    }

    /** What is added, with its sign. */
    String writeAdded(double amount) {
        return (amount < 0 ? "" : "+") + write(amount);
    }

    /** The amount alone. */
    String number(double amount) {
        String digits = Math.abs(amount) < 10 ? "%.2f" : Math.abs(amount) < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, amount);
    }
}
