// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaFaceTest {
    private static final String CHAT =
            "{\"model\":\"llama3.2\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void streamsLinesUnlessToldOtherwise() throws Exception {
        simulator.script().add(Answer.text("two words"));

        HttpResponse<String> answer = client.post("/api/chat", CHAT + "}");

        List<String> lines = answer.body().lines().toList();
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        assertThat(lines).hasSize(3);
        assertThat(Json.read(lines.get(0)).at("/message/content").asString()).isEqualTo("two");
        assertThat(Json.read(lines.get(0)).at("/done").asBoolean()).isFalse();
        assertThat(Json.read(lines.get(2)).at("/done_reason").asString()).isEqualTo("stop");
        assertThat(Json.read(lines.get(2)).at("/eval_count").asInt()).isEqualTo(3);
    }

    @Test
    void answersWholeAndChargesNothing() throws Exception {
        HttpResponse<String> answer = client.post("/api/chat", CHAT + ",\"stream\":false}");

        assertThat(Client.at(answer, "/message/role").asString()).isEqualTo("assistant");
        assertThat(Client.at(answer, "/prompt_eval_count").asInt()).isPositive();
        assertThat(simulator.bill().total()).isZero();
        assertThat(simulator.bill().charges()).hasSize(1);
    }

    @Test
    void endsWhereTheCapFalls() throws Exception {
        HttpResponse<String> answer =
                client.post("/api/chat", CHAT + ",\"stream\":false,\"options\":{\"num_predict\":3}}");

        assertThat(Client.at(answer, "/done_reason").asString()).isEqualTo("length");
        assertThat(Client.at(answer, "/eval_count").asInt()).isEqualTo(3);
    }

    @Test
    void generatesATextAsAResponse() throws Exception {
        simulator.script().add(Answer.text("blue"));

        HttpResponse<String> answer =
                client.post("/api/generate", "{\"model\":\"llama3.2\",\"prompt\":\"The sky is\",\"stream\":false}");

        assertThat(Client.at(answer, "/response").asString()).isEqualTo("blue");
    }

    @Test
    void embedsTextsInBothForms() throws Exception {
        HttpResponse<String> several =
                client.post("/api/embed", "{\"model\":\"nomic-embed-text\",\"input\":[\"one\",\"two\"]}");
        HttpResponse<String> one =
                client.post("/api/embeddings", "{\"model\":\"nomic-embed-text\",\"prompt\":\"one\"}");

        assertThat(Client.at(several, "/embeddings").size()).isEqualTo(2);
        assertThat(Client.at(one, "/embedding")).isEqualTo(Client.at(several, "/embeddings/0"));
        assertThat(Client.at(one, "/prompt_eval_count").isMissingNode()).isTrue();
    }

    @Test
    void loadsTheModelForWhoAsksNothing() throws Exception {
        HttpResponse<String> answer = client.post("/api/chat", "{\"model\":\"llama3.2\",\"messages\":[]}");

        assertThat(Client.at(answer, "/done_reason").asString()).isEqualTo("load");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/api/chat | {'messages':[]} | 400 | model is required",
                "/api/chat | {'model':'gpt-4o','messages':[]} | 404 | model 'gpt-4o' not found",
                "/api/chat | {'model':'llama3.2','messages':[],'stream':'yes'} | 400 | cannot unmarshal",
                "/api/chat | {'model':'llama3.2','messages':[],'think':true} | 400 | does not support thinking",
                "/api/chat | {'model':'nomic-embed-text','messages':[]} | 400 | does not support chat",
                "/api/generate | {'model':'llama3.2','prompt':'a','options':{'num_predict':'ten'}} | 400 | num_predict",
                "/api/embed | nonsense | 400 | invalid character"
            })
    void refusesInItsOwnWords(String path, String body, int status, String message) throws Exception {
        HttpResponse<String> answer = client.post(path, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.at(answer, "/error").asString()).contains(message);
    }

    @Test
    void passesOverFieldsItDoesNotKnow() throws Exception {
        assertThat(client.post("/api/chat", CHAT + ",\"max_tokens\":1,\"stream\":false}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsAFailureInALine() throws Exception {
        simulator.faults().add(Fault.next(new Fault.Fail(1)));

        List<String> lines = client.post("/api/chat", CHAT + "}").body().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(Json.read(lines.get(1)).has("error")).isTrue();
    }
}
