// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import java.util.stream.Stream;

/** Which variants of a test are run: some always, the others, older versions and further JDKs, in the profile {@code matrix} alone. */
public final class Variants {
    private static final String ALL = "parsimony.tests.variants";

    private Variants() {}

    /**
     * Those that are run: all where the system property {@code parsimony.tests.variants} says {@code true}.
     *
     * @param always those that are run wherever tests are
     * @param others those beside them
     */
    public static <T> Stream<T> of(Stream<T> always, Stream<T> others) {
        return Stream.concat(always, Boolean.getBoolean(ALL) ? others : Stream.empty());
    }
}
