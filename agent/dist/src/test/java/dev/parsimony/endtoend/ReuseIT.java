// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule asks for reuse, and every kind of call is made twice in one JVM, in all surroundings. */
@ParameterizedClass
@MethodSource("dev.parsimony.endtoend.Surroundings#all")
class ReuseIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static Simulator simulator;
    private static List<String> printed;

    @Parameter
    private Surroundings surroundings;

    @BeforeParameterizedClassInvocation
    static void callEverythingTwice(Surroundings surroundings) {
        simulator = Simulator.start();
        Kind[] twice =
                Stream.of(Kind.values()).flatMap(kind -> Stream.of(kind, kind)).toArray(Kind[]::new);
        Jvm.Run run = Application.at(simulator, surroundings).withAgent(REUSE).call(twice);
        printed = List.of(run.out().split("(?m)^(?=(OPENAI|ANTHROPIC)_)"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesTheStoredAnswerInTheSdksOwnTypesEventForEvent(Kind kind) {
        List<String> both = printed.stream()
                .filter(answer -> answer.startsWith(kind + ": "))
                .toList();

        assertThat(both).as("on " + surroundings).hasSize(2);
        assertThat(both.get(1).strip()).isEqualTo(both.get(0).strip()).doesNotContain("threw");
    }

    @Test
    void callsTheProviderForEachDifferentRequestOnce() {
        // plain, async and raw calls ask the same; so do all kinds of streams; another header of the application's may
        // not
        assertThat(simulator.received()).hasSize(9);
    }
}
