// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** What goes wrong on demand. */
class FaultsTest {

    private static final String CHAT =
            "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
    private static final String STREAM = CHAT.replaceFirst("\\{", "{\"stream\": true, ");
    private static final String MESSAGES = "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 20, \"stream\": true,"
            + " \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void failsTheNextRequestsAndThenNoMore() throws IOException, InterruptedException {
        simulator.faults().add(Fault.next(Fault.Effect.status(500)).times(2));

        assertThat(client.chat(CHAT).statusCode()).isEqualTo(500);
        assertThat(client.chat(CHAT).statusCode()).isEqualTo(500);
        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
        assertThat(simulator.bill().charges()).hasSize(1);
        assertThat(simulator.received()).hasSize(3);
    }

    @Test
    void saysWhenToComeBack() throws IOException, InterruptedException {
        simulator
                .faults()
                .add(Fault.next(new Fault.Refuse(
                        429, "{\"slow\": \"down\"}".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(7))));

        HttpResponse<String> response = client.chat(CHAT);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo("{\"slow\": \"down\"}");
        assertThat(response.headers().firstValue("retry-after")).contains("7");
    }

    @Test
    void refusesInTheProvidersOwnWords() throws IOException, InterruptedException {
        simulator.faults().add(Fault.always(Fault.Effect.status(429)));

        assertThat(Client.at(client.messages(MESSAGES), "/error/type").asString())
                .isEqualTo("rate_limit_error");
        assertThat(Client.at(client.chat(CHAT), "/error/code").asString()).isEqualTo("rate_limit_exceeded");
    }

    @Test
    void befallsOnlyThePathAndBodyItNames() throws IOException, InterruptedException {
        simulator
                .faults()
                .add(Fault.always(Fault.Effect.status(400)).onPath("/messages").onBody("cache_control"));

        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
        assertThat(client.messages(MESSAGES).statusCode()).isEqualTo(200);
        assertThat(client.messages(MESSAGES.replaceFirst("\\{", "{\"cache_control\": {\"type\": \"ephemeral\"}, "))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesEveryBodyThatWasNotAnnounced() throws IOException, InterruptedException {
        simulator.faults().refuseChanged(422, List.of(CHAT.getBytes(StandardCharsets.UTF_8)));

        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
        assertThat(client.chat(CHAT + " ").statusCode()).isEqualTo(422);
        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionWithoutAnAnswer() {
        simulator.faults().add(Fault.always(new Fault.Disconnect()));

        assertThatThrownBy(() -> client.chat(CHAT)).isInstanceOf(IOException.class);
        assertThat(simulator.bill().charges()).isEmpty();
    }

    @Test
    void breaksAStreamInTheMiddleAndBillsWhatWasSent() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("one two three four").outputTokens(8));
        simulator.faults().add(Fault.next(new Fault.Break(3)));

        assertThatThrownBy(() -> client.chat(STREAM)).isInstanceOf(IOException.class);

        assertThat(simulator.bill().charges()).hasSize(1);
        assertThat(simulator.bill().charges().get(0).usage().output()).isEqualTo(4);
    }

    @Test
    void breaksAWholeBodyInTheMiddle() {
        simulator.faults().add(Fault.always(new Fault.Break(0)));

        assertThatThrownBy(() -> client.chat(CHAT)).isInstanceOf(IOException.class);
    }

    @Test
    void endsAStreamTooEarlyButProperly() throws IOException, InterruptedException {
        simulator.faults().add(Fault.next(new Fault.Truncate(2)));

        HttpResponse<String> response = client.chat(STREAM);

        assertThat(Client.data(response)).hasSize(2).doesNotContain("[DONE]");
    }

    @Test
    void endsAStreamWithTheProvidersErrorEvent() throws IOException, InterruptedException {
        simulator.faults().add(Fault.always(new Fault.Fail(2)));

        assertThat(Client.names(client.messages(MESSAGES)))
                .containsExactly("message_start", "content_block_start", "error");
        assertThat(Client.data(client.chat(STREAM)).get(2)).startsWith("{\"error\":{");
        assertThat(client.chat(CHAT).statusCode()).isEqualTo(500);
    }

    @Test
    void answersWithWhatIsNoJson() throws IOException, InterruptedException {
        simulator.faults().add(Fault.next(new Fault.Garble()));

        HttpResponse<String> response = client.chat(CHAT);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> Json.read(response.body())).isInstanceOf(JacksonException.class);
    }

    @Test
    void delaysAnAnswerWithoutChangingIt() throws IOException, InterruptedException {
        simulator.faults().add(Fault.next(new Fault.Delay(Duration.ofMillis(1))));

        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
    }
}
