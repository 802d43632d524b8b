// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Reply;
import dev.parsimony.simulator.http.Answer;
import dev.parsimony.simulator.http.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalAnswerTest {
    private static final byte[] REFUSAL =
            "{\"error\":{\"message\":\"enough\",\"type\":\"budget\",\"param\":null,\"code\":\"budget\"}}"
                    .getBytes(StandardCharsets.UTF_8);

    private final Simulator simulator = Simulator.start();
    private final Prompter prompter = new Prompter();
    private Subject client;

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesAPlainAnswerOnceMore(Edition edition) {
        record(edition, () -> client.ask("Where is it?"));

        assertThat(client.ask("Where is it?")).isEqualTo("In the post.");
        assertThat(client.askAsync("Where is it?").join()).isEqualTo("In the post.");
        assertThat(simulator.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void givesAStreamOnceMore(Edition edition) {
        record(edition, () -> client.stream("Where is it?"));

        assertThat(client.stream("Where is it?")).isEqualTo("In the post.");
        assertThat(client.streamAsync("Where is it?").join()).isEqualTo("In the post.");
        assertThat(simulator.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void showsItsMarkToWhoeverReadsRawResponses(Edition edition) {
        record(edition, () -> client.ask("Where is it?"));

        assertThat(client.rawHeader("Where is it?", Reply.MARK)).isEqualTo("hit");
    }

    @ParameterizedTest
    @EnumSource
    void letsARefusalOfOursBeTheSdksOwnException(Edition edition) {
        record(edition, () -> client.ask("Where is it?"));
        prompter.first = call -> new Next.Answer(new Reply(429, Map.of(), REFUSAL));

        assertThat(catchThrowable(() -> client.ask("Where is it?")))
                .extracting(thrown -> thrown.getClass().getSimpleName())
                .isEqualTo("RateLimitException");
        assertThat(simulator.received()).hasSize(1);
    }

    /** Makes a call and has its answer given to every later one. */
    private void record(Edition edition, Runnable call) {
        client = Stage.client(edition, simulator.baseUrl(), prompter);
        simulator.script().add(Answer.text("In the post."));
        call.run();
        byte[] answer = prompter.tap.text().getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = Map.of(Reply.MARK, List.of("hit"));
        prompter.first = any -> new Next.Answer(new Reply(200, headers, answer));
    }
}
