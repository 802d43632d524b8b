// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Operator;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to let all calls pass, untouched and unseen. */
class KillSwitchIT {
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 77}}]\n";

    private final Simulator simulator = Simulator.start();
    private final OtlpReceiver collector = OtlpReceiver.start();

    @AfterEach
    void close() {
        simulator.close();
        collector.close();
    }

    /** A way, as it prints itself. */
    record Way(String name, String settings, UnaryOperator<Application> command) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Way> ways() {
        return List.of(
                new Way("settings", CAP + "kill_switch: on\n", application -> application),
                new Way("property", CAP, application -> application.property("parsimony.kill_switch", "on")),
                new Way("environment", CAP, application -> application.variable("PARSIMONY_KILL_SWITCH", "on")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void letsCallsPassUntouchedAndUnseen(Way way) {
        way.command()
                .apply(Application.at(simulator).withAgent(way.settings()).tellingTo(collector.endpoint()))
                .call(Kind.OPENAI_CHAT, Kind.ANTHROPIC_MESSAGE);

        assertThat(capped()).containsExactly(false, false);
        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void isThrownInJmxWhileTheApplicationRuns() {
        String chat = Kind.OPENAI_CHAT.name();
        Application.at(simulator)
                .withAgent(CAP)
                .tellingTo(collector.endpoint())
                .run(Operator.class, "dev.parsimony:type=KillSwitch", chat, "turnOn", chat, chat, "turnOff", chat);

        assertThat(capped()).containsExactly(true, false, false, true);
        assertThat(collector.spans()).hasSize(2);
    }

    private List<Boolean> capped() {
        return simulator.received().stream()
                .map(Received::bodyText)
                .map(body -> body.contains(":77"))
                .toList();
    }
}
