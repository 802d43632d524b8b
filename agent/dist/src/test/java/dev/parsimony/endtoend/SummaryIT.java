// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said on standard error when the JVM ends. */
class SummaryIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void saysWhatWasFoundWhatItCostAndWhatWasSaved() {
        Jvm.Run run = Application.at(simulator)
                .withAgent("summary: on\n" + REUSE)
                .call(Kind.OPENAI_CHAT, Kind.OPENAI_CHAT, Kind.ANTHROPIC_MESSAGE);

        assertThat(run.err())
                .contains("parsimony: summary")
                .containsPattern("openai-java \\S+ +openai-java-core-\\S+\\.jar +active")
                .containsPattern("gpt-4\\.1 +2 +1 +\\d+ +\\d+ +0\\.\\d+")
                .containsPattern("all +3 +1 ")
                .containsPattern("saved 0\\.\\d+ USD: response_cache");
        assertThat(run.out()).doesNotContain("parsimony");
    }

    @Test
    void isSilentWhereNobodyReadsAlong() {
        Jvm.Run run = Application.at(simulator).withAgent("").call(Kind.OPENAI_CHAT);

        assertThat(run.err()).doesNotContain("summary");
    }
}
