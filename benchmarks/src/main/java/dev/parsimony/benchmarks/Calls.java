// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.benchmarks.Trial.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Single calls, measured in rounds: in each of them every kind of call once, in a JVM of its own. */
final class Calls {
    private final Map<Trial, List<Cost>> costs = new LinkedHashMap<>();

    /**
     * Adds what was measured.
     *
     * @param trial the kind of call
     * @param cost one round's
     */
    Calls add(Trial trial, Cost cost) {
        costs.computeIfAbsent(trial, any -> new ArrayList<>()).add(cost);
        return this;
    }

    /**
     * Measures.
     *
     * @param plan how much
     * @param rig what the agent is given
     * @param progress is told what comes next
     */
    static Calls measure(Plan plan, Rig rig, Consumer<String> progress) {
        Calls calls = new Calls();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Trial trial : plan.trials()) {
                progress.accept(trial + ", round " + round + " of " + plan.rounds());
                calls.add(trial, trial.measure(plan.seconds(), rig));
            }
        }
        return calls;
    }

    /** What was measured, in the order in which it was. */
    List<Trial> trials() {
        return List.copyOf(costs.keySet());
    }

    /** One kind of call next to the same without the agent. */
    Pairs pairs(Trial trial, ToDoubleFunction<Cost> value) {
        return new Pairs(sample(trial.bare(), value), sample(trial, value));
    }

    private Sample sample(Trial trial, ToDoubleFunction<Cost> value) {
        return new Sample(costs.getOrDefault(trial, List.of()).stream()
                .map(value::applyAsDouble)
                .toList());
    }
}
