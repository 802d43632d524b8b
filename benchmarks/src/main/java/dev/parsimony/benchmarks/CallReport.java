// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.benchmarks.Trial.Cost;
import java.util.List;
import java.util.stream.Stream;

/**
 * What single calls cost, as it is shown.
 *
 * @param calls what was measured
 */
record CallReport(Calls calls) {
    private static final double KB = 1024;
    private static final int SMALLEST = 4096;

    /** The aims that it concerns. */
    List<Aim> aims() {
        return Stream.of(
                        of(Variant.HIT)
                                .filter(trial -> trial.size() == SMALLEST)
                                .map(this::hit),
                        of(Variant.OBSERVE).map(this::observe),
                        of(Variant.OBSERVE, Variant.MISS, Variant.HIT).map(this::allocation))
                .flatMap(aims -> aims)
                .toList();
    }

    private Stream<Trial> of(Variant... variants) {
        return calls.trials().stream().filter(trial -> List.of(variants).contains(trial.variant()));
    }

    private Aim hit(Trial trial) {
        double median = calls.pairs(trial, Cost::micros).with().median();
        return new Aim(trial + ": p50", 40, median, Unit.MICROSECONDS);
    }

    private Aim observe(Trial trial) {
        return new Aim(trial + ": time added, of the SDK's own", 0.5, addedTime(trial), Unit.TIMES);
    }

    private Aim allocation(Trial trial) {
        return new Aim(trial + ": allocation added, of the body", 3, perBody(trial), Unit.TIMES);
    }

    private double addedTime(Trial trial) {
        return calls.pairs(trial, Cost::micros).ratio().median() - 1;
    }

    private double perBody(Trial trial) {
        return calls.pairs(trial, Cost::bytes).added().median() / trial.size();
    }

    /** Every kind of call through one SDK, in Markdown. */
    Table table(PerCall.Sdk sdk) {
        Table table =
                new Table(sdk.toString(), "p50", "added", "of the SDK's own", "allocated", "added", "of the body");
        calls.trials().stream().filter(trial -> trial.sdk() == sdk).forEach(trial -> row(table, trial));
        return table;
    }

    private void row(Table table, Trial trial) {
        Pairs times = calls.pairs(trial, Cost::micros);
        Pairs bytes = calls.pairs(trial, Cost::bytes);
        boolean compared = trial.variant().hasAgent();
        table.row(
                trial.words(),
                Unit.MICROSECONDS.write(times.with().median()),
                compared ? Unit.MICROSECONDS.writeAdded(times.added().median()) : "",
                compared ? Unit.TIMES.writeAdded(addedTime(trial)) : "",
                Unit.KILOBYTES.write(bytes.with().median() / KB),
                compared ? Unit.KILOBYTES.writeAdded(bytes.added().median() / KB) : "",
                compared ? Unit.TIMES.writeAdded(perBody(trial)) : "");
    }
}
