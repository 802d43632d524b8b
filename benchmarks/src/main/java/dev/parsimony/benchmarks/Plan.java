// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param sdks through which SDKs calls are made
 * @param launches how often each application is started in each way
 * @param rounds how often each kind of call is measured, each time in a fresh JVM
 * @param seconds of warming up, and then again of measuring, in each of them
 */
record Plan(List<PerCall.Sdk> sdks, int launches, int rounds, int seconds) {
    private static final int KB = 1024;
    private static final int[] SIZES = {4 * KB, 40 * KB, 1024 * KB};

    /** About five minutes: a look. */
    static Plan quick() {
        return new Plan(List.of(PerCall.Sdk.OPENAI), 3, 1, 8);
    }

    /** Below half an hour: for figures that are shown to others. */
    static Plan full() {
        return new Plan(List.of(PerCall.Sdk.values()), 10, 2, 10);
    }

    /**
     * The plan that the command line asks for.
     *
     * @param arguments nothing, or {@code --quick}
     * @throws IllegalArgumentException if it asks for something else
     */
    static Plan of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return full();
        }
        if (arguments.equals(List.of("--quick"))) {
            return quick();
        }
        throw new IllegalArgumentException(arguments + ": only --quick can be asked for");
    }

    /** Every kind of call, in the order in which they are measured: what is compared comes one after the other. */
    List<Trial> trials() {
        return sdks.stream()
                .flatMap(sdk -> IntStream.of(SIZES)
                        .boxed()
                        .flatMap(size -> Stream.of(Variant.values()).map(variant -> new Trial(sdk, size, variant))))
                .toList();
    }
}
