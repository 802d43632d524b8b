// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.benchmarks.Launch.Agent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Whole processes, started in turn without and with the agent. */
final class Startup {
    private final Map<Launch, Map<Agent, List<Sighting>>> seen = new EnumMap<>(Launch.class);

    /**
     * Adds a run.
     *
     * @param launch of which application
     * @param agent how it was started
     * @param sighting how it went
     */
    Startup add(Launch launch, Agent agent, Sighting sighting) {
        of(launch, agent).add(sighting);
        return this;
    }

    /**
     * Measures.
     *
     * @param rounds how often each application is started in each way; one round before them is not counted
     */
    static Startup measure(int rounds, Rig rig, Consumer<String> progress) {
        Startup startup = new Startup();
        for (int round = 0; round <= rounds; round++) {
            progress.accept("start-up, round " + round + " of " + rounds);
            for (Launch launch : Launch.values()) {
                for (Agent agent : ways(launch)) {
                    Sighting sighting = launch.run(agent, rig);
                    if (round > 0) {
                        startup.add(launch, agent, sighting);
                    }
                }
            }
        }
        return startup;
    }

    private static List<Agent> ways(Launch launch) {
        return launch == Launch.HELLO ? List.of(Agent.values()) : List.of(Agent.NONE, Agent.PARSIMONY);
    }

    private List<Sighting> of(Launch launch, Agent agent) {
        return seen.computeIfAbsent(launch, any -> new EnumMap<>(Agent.class))
                .computeIfAbsent(agent, any -> new ArrayList<>());
    }

    /** A value of the runs of an application started in one way. */
    Sample sample(Launch launch, Agent agent, ToDoubleFunction<Sighting> value) {
        return new Sample(of(launch, agent).stream().map(value::applyAsDouble).toList());
    }

    /** A value of the runs of an application without and with an agent. */
    Pairs pairs(Launch launch, Agent agent, ToDoubleFunction<Sighting> value) {
        return new Pairs(sample(launch, Agent.NONE, value), sample(launch, agent, value));
    }
}
