// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule asks for reuse, and every kind of call is made twice in one JVM. */
class ReuseIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static Simulator simulator;
    private static List<String> printed;

    @BeforeAll
    static void callEverythingTwice() {
        simulator = Simulator.start();
        Kind[] twice =
                Stream.of(Kind.values()).flatMap(kind -> Stream.of(kind, kind)).toArray(Kind[]::new);
        Jvm.Run run = Application.at(simulator).withAgent(REUSE).call(twice);
        printed = List.of(run.out().split("(?m)^(?=(OPENAI|ANTHROPIC)_)"));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesTheStoredAnswerInTheSdksOwnTypesEventForEvent(Kind kind) {
        List<String> both = printed.stream()
                .filter(answer -> answer.startsWith(kind + ": "))
                .toList();

        assertThat(both).hasSize(2);
        assertThat(both.get(1).strip()).isEqualTo(both.get(0).strip()).doesNotContain("threw");
    }

    @Test
    void callsTheProviderForEachDifferentRequestOnce() {
        // plain, async and raw calls ask the same; so do both kinds of streams
        assertThat(simulator.received()).hasSize(7);
    }
}
