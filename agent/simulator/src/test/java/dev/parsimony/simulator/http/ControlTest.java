// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control endpoints. */
class ControlTest {

    private static final String CHAT =
            "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Simulator simulator = Simulator.start(Options.defaults().clock(InstantSource.fixed(NOON)));
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private HttpResponse<String> control(String method, String what, String body)
            throws IOException, InterruptedException {
        return client.send(method, "/_simulator/" + what, body);
    }

    @Test
    void showsWhatWasReceivedButNotItsOwnCalls() throws IOException, InterruptedException {
        client.chat(CHAT);

        HttpResponse<String> response = control("GET", "received", "");

        assertThat(Json.read(response.body()).size()).isEqualTo(1);
        assertThat(Client.at(response, "/0/request_line").asString()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(Base64.getDecoder().decode(Client.at(response, "/0/body").asString()))
                .asString()
                .isEqualTo(CHAT);
        assertThat(Base64.getDecoder().decode(Client.at(response, "/0/head").asString()))
                .isEqualTo(simulator.received().get(0).head());
        assertThat(Client.at(response, "/0/headers/0").size()).isEqualTo(2);
        assertThat(Client.at(response, "/0/at").asString()).isEqualTo(NOON.toString());
    }

    @Test
    void showsTheBillByModelAndByRequest() throws IOException, InterruptedException {
        control("POST", "script", "{\"text\": \"x\", \"output_tokens\": 1000}");
        client.chat(CHAT);

        HttpResponse<String> bill = control("GET", "bill", "");

        assertThat(Client.at(bill, "/models/gpt-4o/requests").asInt()).isEqualTo(1);
        assertThat(Client.at(bill, "/models/gpt-4o/amounts/output").decimalValue())
                .isEqualByComparingTo("0.01");
        assertThat(Client.at(bill, "/requests/0/tokens/output").asInt()).isEqualTo(1000);
        assertThat(Client.at(bill, "/total").decimalValue())
                .isEqualByComparingTo(simulator.bill().total());
        assertThat(bill.body()).doesNotContain("E-");
    }

    @Test
    void movesTheClock() throws IOException, InterruptedException {
        HttpResponse<String> response = control("POST", "clock", "{\"advance\": \"PT5M\"}");

        assertThat(Client.at(response, "/now").asString()).isEqualTo("2026-11-20T12:05:00Z");
        assertThat(simulator.clock().instant()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void scriptsSeveralAnswers() throws IOException, InterruptedException {
        control("POST", "script", "[{\"text\": \"a\"}, {\"tool\": {\"name\": \"f\", \"arguments\": {\"b\": 1}}}]");

        assertThat(client.chat(CHAT).body()).contains("\"content\":\"a\"");
        assertThat(client.chat(CHAT).body()).contains("\"arguments\":\"{\\\"b\\\":1}\"");
    }

    @Test
    void addsAndClearsFaults() throws IOException, InterruptedException {
        control(
                "POST",
                "faults",
                "{\"kind\": \"status\", \"status\": 503, \"times\": \"always\", \"path\": \"/chat/\", \"retry_after\": 3}");

        HttpResponse<String> refused = client.chat(CHAT);
        control("DELETE", "faults", "");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("3");
        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'kind': 'status', 'status': 400, 'body_contains': 'gpt-4o'} | 400",
                "{'kind': 'status', 'status': 400, 'body_contains': 'claude'} | 200",
                "{'kind': 'status', 'status': 404, 'body_lacks': 'claude'} | 404",
                "{'kind': 'delay', 'by': 'PT0.001S'} | 200",
                "{'kind': 'garble'} | 200",
                "{'kind': 'fail'} | 500"
            })
    void understandsEveryKindOfFault(String fault, int status) throws IOException, InterruptedException {
        control("POST", "faults", fault.replace('\'', '"'));

        assertThat(client.chat(CHAT).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesWhateverDiffersFromWhatItHasReceivedSoFar() throws IOException, InterruptedException {
        client.chat(CHAT);
        control("POST", "faults", "{\"kind\": \"refuse_changed\", \"status\": 400, \"announced\": \"received\"}");

        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
        assertThat(client.chat(CHAT.replace("hi", "ho")).statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsEverythingOnReset() throws IOException, InterruptedException {
        client.chat(CHAT);
        simulator.faults().add(Fault.always(Fault.Effect.status(500)));
        simulator.script().add(Answer.text("scripted"));

        control("POST", "reset", "");

        assertThat(simulator.received()).isEmpty();
        assertThat(simulator.bill().charges()).isEmpty();
        assertThat(client.chat(CHAT).body()).doesNotContain("scripted").contains("choices");
    }

    @Test
    void changesThePace() throws IOException, InterruptedException {
        HttpResponse<String> response =
                control("POST", "pace", "{\"to_first_byte\": \"PT0.001S\", \"per_token\": \"PT0S\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(client.chat(CHAT).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nothing | {} | 404 | There is no POST nothing here.",
                "faults | {'kind': 'plague'} | 400 | kind is one of status",
                "script | {'finish': 'stop'} | 400 | An answer needs one of: text, refusal, tool.",
                "script | {'text': 'x', 'finish': 'never'} | 400 | finish is one of",
                "clock | {'advance': 'five minutes'} | 400 | Not a duration",
                "clock | nonsense | 400 | not valid JSON"
            })
    void saysWhatIsWrongWithAControlCall(String what, String body, int status, String message)
            throws IOException, InterruptedException {
        HttpResponse<String> response = control("POST", what, body.replace('\'', '"'));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.at(response, "/error").asString()).contains(message);
    }
}
