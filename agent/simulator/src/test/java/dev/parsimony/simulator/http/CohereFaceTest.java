// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereFaceTest {
    private static final String CHAT = "{'model':'command-a-03-2025','messages':[{'role':'user','content':'hello'}]";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void tellsTheBilledTokensApartFromThoseRead() throws Exception {
        HttpResponse<String> answer = post("/v2/chat", CHAT + "}");

        int billed = Client.at(answer, "/usage/billed_units/input_tokens").asInt();
        assertThat(Client.at(answer, "/usage/tokens/input_tokens").asInt()).isGreaterThan(billed);
        assertThat(simulator.bill().charges().get(0).usage().input()).isEqualTo(billed);
        assertThat(Client.at(answer, "/finish_reason").asString()).isEqualTo("COMPLETE");
    }

    @Test
    void streamsEventsInItsOrder() throws Exception {
        simulator.script().add(Answer.text("two words"));

        HttpResponse<String> answer = post("/v2/chat", CHAT + ",'stream':true}");

        assertThat(Client.names(answer))
                .containsExactly(
                        "message-start",
                        "content-start",
                        "content-delta",
                        "content-delta",
                        "content-end",
                        "message-end");
        assertThat(Client.data(answer)).last().isEqualTo("[DONE]");
        assertThat(Json.read(Client.data(answer).get(5))
                        .at("/delta/usage/billed_units/output_tokens")
                        .asInt())
                .isPositive();
    }

    @Test
    void callsTheToolItMust() throws Exception {
        String body = CHAT + ",'tool_choice':'REQUIRED','tools':[{'type':'function','function':{'name':'look',"
                + "'parameters':{'type':'object','properties':{'lamp':{'type':'string'}}}}}]}";

        HttpResponse<String> answer = post("/v2/chat", body);

        assertThat(Client.at(answer, "/message/tool_calls/0/function/name").asString())
                .isEqualTo("look");
        assertThat(Client.at(answer, "/finish_reason").asString()).isEqualTo("TOOL_CALL");
    }

    @Test
    void embedsTextsAsEachVersionDoes() throws Exception {
        String body =
                "{'model':'embed-v4.0','input_type':'search_query','texts':['one','two'],'embedding_types':['float']}";
        HttpResponse<String> first = post("/v1/embed", body.replace(",'embedding_types':['float']", ""));
        HttpResponse<String> second = post("/v2/embed", body);

        assertThat(Client.at(first, "/embeddings").size()).isEqualTo(2);
        assertThat(Client.at(second, "/embeddings/float")).isEqualTo(Client.at(first, "/embeddings"));
        assertThat(Client.at(second, "/meta/billed_units/input_tokens").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'messages':[]} | 400 | is required",
                "{'model':'gpt-4o','messages':[]} | 404 | model 'gpt-4o' not found",
                "{'model':'command-a-03-2025','messages':[],'top_p':1} | 422 | unknown field: parameter 'top_p'",
                "{'model':'command-a-03-2025','messages':[],'max_tokens':'x'} | 400 | invalid type",
                "{'model':'command-a-03-2025','messages':[{'role':'assistant','content':'a'}]} | 400 | last message",
                "nonsense | 400 | invalid json"
            })
    void refusesInItsOwnWords(String body, int status, String message) throws Exception {
        HttpResponse<String> answer = post("/v2/chat", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.at(answer, "/message").asString()).contains(message);
    }

    @Test
    void wantsAKey() throws Exception {
        assertThat(client.post("/v2/chat", "{}").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.post(path, body.replace('\'', '"'), "authorization", "Bearer co-test");
    }
}
