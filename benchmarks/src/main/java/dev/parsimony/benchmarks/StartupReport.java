// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.benchmarks.Launch.Agent;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What starting costs, as it is shown.
 *
 * @param startup what was measured
 */
record StartupReport(Startup startup) {
    private static final String ADDED = "added (least to most)";

    /** The aims that it concerns. */
    List<Aim> aims() {
        return List.of(
                new Aim("premain", 2, premain().median(), Unit.MILLISECONDS),
                new Aim(
                        "the first SDK class: time",
                        300,
                        parsimony(Launch.FIRST_CLASS, Sighting::first).added().median(),
                        Unit.MILLISECONDS),
                new Aim(
                        "the first SDK class: memory",
                        50,
                        parsimony(Launch.FIRST_CLASS, Sighting::resident)
                                .added()
                                .median(),
                        Unit.MEGABYTES));
    }

    private Sample premain() {
        return startup.sample(Launch.HELLO, Agent.TIMED, Sighting::premain);
    }

    private Pairs parsimony(Launch launch, ToDoubleFunction<Sighting> value) {
        return startup.pairs(launch, Agent.PARSIMONY, value);
    }

    /** Times, in Markdown. */
    Table times() {
        Table table = new Table("time", "without", "with", ADDED, "ratio");
        alone(table, "premain", premain());
        alone(table, "the JVM opens our jar", startup.sample(Launch.HELLO, Agent.TIMED, Sighting::door));
        time(table, "hello world, until main", parsimony(Launch.HELLO, Sighting::start));
        time(
                table,
                "the same with an agent that does nothing",
                startup.pairs(Launch.HELLO, Agent.IDLE, Sighting::start));
        for (Launch health : List.of(Launch.OKHTTP, Launch.APACHE, Launch.JDK)) {
            time(table, health + ", from main to the answer", parsimony(health, Sighting::first));
        }
        time(table, "first SDK class", parsimony(Launch.FIRST_CLASS, Sighting::first));
        time(table, "first call, from before the SDK's first class", parsimony(Launch.FIRST_CALL, Sighting::first));
        time(table, "sample-app, until main", parsimony(Launch.SAMPLE, Sighting::start));
        time(table, "sample-app, from main to the first answer", parsimony(Launch.SAMPLE, Sighting::first));
        time(table, "sample-app, the whole morning", parsimony(Launch.SAMPLE, Sighting::whole));
        return table;
    }

    /** Memory, in Markdown. */
    Table memory() {
        Table table = new Table("memory", "without", "with", ADDED, "ratio");
        for (Launch launch : Launch.values()) {
            compare(table, launch + ", resident", parsimony(launch, Sighting::resident), Unit.MEGABYTES);
            compare(table, launch + ", in use", parsimony(launch, Sighting::live), Unit.MEGABYTES);
        }
        return table;
    }

    private static void time(Table table, String what, Pairs pairs) {
        compare(table, what, pairs, Unit.MILLISECONDS);
    }

    private static void compare(Table table, String what, Pairs pairs, Unit unit) {
        table.row(
                what,
                unit.write(pairs.without().median()),
                unit.write(pairs.with().median()),
                range(unit, pairs.added()),
                Unit.TIMES.write(pairs.ratio().median()));
    }

    private static void alone(Table table, String what, Sample added) {
        table.row(what, "", "", range(Unit.MILLISECONDS, added), "");
    }

    private static String range(Unit unit, Sample added) {
        return unit.writeAdded(added.median()) + " (" + unit.number(added.least()) + " to "
                + unit.number(added.greatest()) + ")";
    }
}
