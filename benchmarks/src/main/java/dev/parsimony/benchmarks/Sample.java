// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.List;

/**
 * What was measured in several rounds, in whatever unit.
 *
 * @param values one of each round, in the order of rounds; at least one
 */
record Sample(List<Double> values) {
    Sample {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a sample has at least one value");
        }
        values = List.copyOf(values);
    }

    /** The value in the middle; of an even number the mean of both. */
    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double greatest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
