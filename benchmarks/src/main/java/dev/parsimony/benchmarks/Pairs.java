// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * The same thing measured without and with the agent, in turn, so that whatever else the machine does meets both alike.
 *
 * @param without one value of each round
 * @param with the other of each round
 */
record Pairs(Sample without, Sample with) {
    Pairs {
        if (without.values().size() != with.values().size()) {
            throw new IllegalArgumentException("a pair has two values");
        }
    }

    static Pairs of(List<Double> without, List<Double> with) {
        return new Pairs(new Sample(without), new Sample(with));
    }

    /** What is added in each round, in the unit of the values. */
    Sample added() {
        return eachRound((before, after) -> after - before);
    }

    /** How many times as much it is with the agent, in each round. */
    Sample ratio() {
        return eachRound((before, after) -> after / before);
    }

    private Sample eachRound(DoubleBinaryOperator comparison) {
        return new Sample(IntStream.range(0, with.values().size())
                .mapToObj(round -> comparison.applyAsDouble(
                        without.values().get(round), with.values().get(round)))
                .toList());
    }
}
