// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Sockets;
import dev.parsimony.simulator.http.Simulator;
import java.io.IOException;
import java.util.List;
import okhttp3.Protocol;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OkHttp leaves Nagle's algorithm on, to the cost of every longer prompt. */
class NoDelayIT {
    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource("dev.parsimony.endtoend.OkHttpVersion#all")
    void sendsAtOnceWhatGoesToModelsAndNothingElse(OkHttpVersion version) {
        assertThat(run(version.at(simulator).withAgent(""), "OPENAI_CHAT", "ANTHROPIC_STREAM", "ELSEWHERE"))
                .containsExactly(
                        "OPENAI_CHAT http/1.1 at once",
                        "ANTHROPIC_STREAM http/1.1 at once",
                        "ELSEWHERE http/1.1 delayed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport: {tcp_no_delay: off}", "mode: observe", "kill_switch: on"})
    void leavesConnectionsAsTheyAreWhereThatIsWanted(String settings) {
        assertThat(run(Application.at(simulator).withAgent(settings + "\n"), "OPENAI_CHAT"))
                .containsExactly("OPENAI_CHAT http/1.1 delayed");
    }

    @Test
    void sendsAtOnceOverHttp2() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.enqueue(new MockResponse().setBody("{}"));
            server.start();
            Application application =
                    Application.at(simulator).withAgent("").variable("H2_URL", "http://127.0.0.1:" + server.getPort());

            assertThat(run(application, "h2", "OPENAI_CHAT")).containsExactly("OPENAI_CHAT h2_prior_knowledge at once");
        }
    }

    private static List<String> run(Application application, String... letters) {
        return application.run(Sockets.class, letters).out().lines().toList();
    }
}
