// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistralFaceTest {
    private static final String CHAT = "{'model':'mistral-small-latest','messages':[{'role':'user','content':'hello'}]";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void tellsUsageUnaskedOnTheLastChunk() throws Exception {
        simulator.script().add(Answer.text("two words"));

        List<String> data = Client.data(post("/mistral/v1/chat/completions", CHAT + ",'stream':true}"));

        assertThat(data).hasSize(5).last().isEqualTo("[DONE]");
        assertThat(Json.read(data.get(3)).at("/choices/0/finish_reason").asString())
                .isEqualTo("stop");
        assertThat(Json.read(data.get(3)).at("/usage/completion_tokens").asInt())
                .isEqualTo(3);
        assertThat(Json.read(data.get(2)).has("usage")).isFalse();
    }

    @Test
    void billsByItsOwnPrices() throws Exception {
        HttpResponse<String> answer = post("/mistral/v1/chat/completions", CHAT + ",'max_tokens':2}");

        assertThat(Client.at(answer, "/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(simulator.bill().byModel()).containsOnlyKeys("mistral-small-2603");
        assertThat(simulator.bill().total()).isPositive();
    }

    @Test
    void fillsInTheMiddle() throws Exception {
        HttpResponse<String> answer =
                post("/v1/fim/completions", "{'model':'codestral-latest','prompt':'int a = ','suffix':';'}");

        assertThat(Client.at(answer, "/choices/0/message/content").asString()).isNotEmpty();
    }

    @Test
    void letsAnAgentDecideOnTheModel() throws Exception {
        HttpResponse<String> answer =
                post("/v1/agents/completions", "{'agent_id':'ag_1','messages':[{'role':'user','content':'hello'}]}");

        assertThat(Client.at(answer, "/model").asString()).isEqualTo("mistral-large-2512");
    }

    @Test
    void embedsTexts() throws Exception {
        HttpResponse<String> answer = post("/mistral/v1/embeddings", "{'model':'mistral-embed','input':['one','two']}");

        assertThat(Client.at(answer, "/data").size()).isEqualTo(2);
        assertThat(Client.at(answer, "/usage/prompt_tokens").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ",'max_completion_tokens':5} | 422 | extra_forbidden at body.max_completion_tokens",
                ",'stream_options':{'include_usage':true}} | 422 | extra_forbidden at body.stream_options",
                ",'temperature':2} | 422 | value_error at body.temperature",
                ",'max_tokens':'x'} | 422 | type_error at body.max_tokens"
            })
    void refusesWhatItDoesNotKnow(String rest, int status, String message) throws Exception {
        HttpResponse<String> answer = post("/mistral/v1/chat/completions", CHAT + rest);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.at(answer, "/object").asString()).isEqualTo("error");
        assertThat(Client.at(answer, "/message").asString()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'model':'gpt-4o','messages':[{'role':'user','content':'a'}]} | invalid_model",
                "{'model':'mistral-small-latest','messages':[{'role':'assistant','content':'a'}]} | invalid_request_message_order"
            })
    void refusesModelsAndTurnsByTheirTypes(String body, String type) throws Exception {
        HttpResponse<String> answer = post("/mistral/v1/chat/completions", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.at(answer, "/type").asString()).isEqualTo(type);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.post(path, body.replace('\'', '"'), "authorization", "Bearer mi-test");
    }
}
