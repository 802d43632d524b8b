// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * How one run of an application went.
 *
 * @param start milliseconds from asking for the process to the begin of the application's {@code main}
 * @param first milliseconds from there to the first thing that the application printed
 * @param whole milliseconds from asking for the process to the end of the application's {@code main}
 * @param resident MB resident half a second later
 * @param live MB in use after a full collection then
 * @param door milliseconds to open Parsimony's jar and load its first class; 0 where no bystander looked
 * @param premain milliseconds in Parsimony's premain; 0 where no bystander looked
 */
record Sighting(double start, double first, double whole, double resident, double live, double door, double premain) {
    private static final String MARK = "watched:";

    /** All of it on one line. */
    String line() {
        return String.format(
                Locale.ROOT, "%s %f %f %f %f %f %f %f", MARK, start, first, whole, resident, live, door, premain);
    }

    /**
     * Reads the line again.
     *
     * @param out everything that the process wrote
     * @throws IllegalArgumentException if the line is not there
     */
    static Sighting in(String out) {
        double[] numbers = out.lines()
                .filter(line -> line.startsWith(MARK))
                .flatMap(line -> Stream.of(line.substring(MARK.length()).strip().split(" ")))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (numbers.length != 7) {
            throw new IllegalArgumentException("not watched to its end: " + out);
        }
        return new Sighting(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }
}
