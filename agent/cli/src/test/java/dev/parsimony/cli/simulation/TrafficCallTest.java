// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficCallTest {
    @Test
    void readsALineAsItStands() {
        TrafficCall call = Lines.call(1.5, "https://HOST:99/v1/messages?a=b", "{ \"model\" :\"m\"}");

        assertThat(call.at()).isEqualTo(Lines.NOON.plusMillis(1500));
        assertThat(call.callSite()).isEqualTo("com.acme.A.b");
        assertThat(call.tenant()).isEqualTo("t");
        assertThat(call.address()).hasToString("https://host:99");
        assertThat(call.path()).isEqualTo("/v1/messages");
        assertThat(call.query()).isEqualTo("a=b");
        assertThat(call.outputTokens()).isEqualTo(10);
        assertThat(new String(call.request(), StandardCharsets.UTF_8)).isEqualTo("{ \"model\" :\"m\"}");
    }

    @Test
    void putsCallsInTheOrderOfTime() {
        String late = Lines.line(9, Lines.CLAUDE, "{}");
        String early = Lines.line(3, Lines.CLAUDE, "{}");

        assertThat(read(late + "\n\n" + early + "\n"))
                .extracting(TrafficCall::at)
                .containsExactly(Lines.NOON.plusSeconds(3), Lines.NOON.plusSeconds(9));
    }

    @Test
    void saysInWhichLineWhatIsWrong() {
        String good = Lines.line(1, Lines.CLAUDE, "{}") + "\n";

        assertThatThrownBy(() -> read(good + "{")).hasMessage("2: is no strict JSON (RFC 8259)");
        assertThatThrownBy(() -> read(good + "{}")).hasMessage("2: has no object under request");
        assertThatThrownBy(() -> read(good + "\n{\"request\":{}}")).hasMessageStartingWith("3: has no time under at");
        assertThatThrownBy(() -> read("{\"request\":{},\"at\":\"2026-11-21T12:00:00Z\"}"))
                .hasMessageStartingWith("1: has no URL of an API under url");
    }

    private static List<TrafficCall> read(String file) {
        return TrafficCall.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
