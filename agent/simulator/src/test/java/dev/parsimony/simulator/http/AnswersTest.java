// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is answered: invented, steered, capped. */
class AnswersTest {

    private static final String CHAT =
            "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
    private static final String MESSAGES = "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 2000, \"messages\":"
            + " [{\"role\": \"user\", \"content\": \"hi\"}]}";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private static String content(HttpResponse<String> response) {
        return Client.at(response, "/choices/0/message/content").asString("null");
    }

    private static String with(String field) {
        return CHAT.replaceFirst("\\{", "{" + field + ", ");
    }

    @Test
    void answersTheSameRequestTheSame() throws IOException, InterruptedException {
        assertThat(content(client.chat(CHAT))).isEqualTo(content(client.chat(CHAT)));
    }

    @Test
    void answersAnotherRequestDifferently() throws IOException, InterruptedException {
        assertThat(content(client.chat(CHAT))).isNotEqualTo(content(client.chat(CHAT.replace("hi", "hello"))));
    }

    @Test
    void givesScriptedAnswersInTurnAndThenItsOwn() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("first")).add(Answer.text("second"));

        assertThat(content(client.chat(CHAT))).isEqualTo("first");
        assertThat(content(client.chat(CHAT))).isEqualTo("second");
        assertThat(content(client.chat(CHAT))).isNotIn("first", "second");
    }

    @Test
    void letsARequestBringItsOwnAnswer() throws IOException, InterruptedException {
        HttpResponse<String> response = client.post(
                "/v1/chat/completions",
                CHAT,
                "authorization",
                "Bearer k",
                "x-simulator-answer",
                "{\"text\": \"mine\", \"output_tokens\": 500, \"finish\": \"filter\"}");

        assertThat(content(response)).isEqualTo("mine");
        assertThat(Client.at(response, "/usage/completion_tokens").asInt()).isEqualTo(500);
        assertThat(Client.at(response, "/choices/0/finish_reason").asString()).isEqualTo("content_filter");
    }

    @Test
    void cutsAnAnswerAtTheRequestsCap() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("one two three four five six").outputTokens(100));

        HttpResponse<String> response = client.chat(with("\"max_tokens\": 50"));

        assertThat(content(response)).isEqualTo("one two three");
        assertThat(Client.at(response, "/usage/completion_tokens").asInt()).isEqualTo(50);
        assertThat(Client.at(response, "/choices/0/finish_reason").asString()).isEqualTo("length");
    }

    @Test
    void callsAToolWhenForcedTo() throws IOException, InterruptedException {
        HttpResponse<String> response = client.chat(with("\"tool_choice\": \"required\", \"tools\": [{\"type\":"
                + " \"function\", \"function\": {\"name\": \"find\", \"parameters\": {\"type\": \"object\", \"properties\":"
                + " {\"kind\": {\"enum\": [\"lamp\"]}, \"count\": {\"type\": \"integer\"}}}}}]"));

        assertThat(Client.at(response, "/choices/0/message/tool_calls/0/function/name")
                        .asString())
                .isEqualTo("find");
        assertThat(Client.at(response, "/choices/0/message/tool_calls/0/function/arguments")
                        .asString())
                .isEqualTo("{\"kind\":\"lamp\",\"count\":1}");
        assertThat(Client.at(response, "/choices/0/finish_reason").asString()).isEqualTo("tool_calls");
    }

    @Test
    void fitsTheSchemaItWasAskedFor() throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.chat(with("\"response_format\": {\"type\": \"json_schema\", \"json_schema\":"
                        + " {\"name\": \"n\", \"schema\": {\"type\": \"object\", \"properties\": {\"tags\": {\"type\": \"array\","
                        + " \"items\": {\"type\": \"string\"}}, \"ok\": {\"type\": \"boolean\"}}}}}"));

        assertThat(content(response)).isEqualTo("{\"tags\":[\"sample\"],\"ok\":true}");
    }

    @Test
    void billsTheThinkingOfAReasoningModelAsOutput() throws IOException, InterruptedException {
        HttpResponse<String> response = client.chat(CHAT.replace("gpt-4o", "gpt-5"));

        int reasoning = Client.at(response, "/usage/completion_tokens_details/reasoning_tokens")
                .asInt();
        assertThat(reasoning).isPositive();
        assertThat(simulator.bill().charges().get(0).usage().output()).isGreaterThan(reasoning);
    }

    @Test
    void answersAsManyTimesAsAsked() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("hey").outputTokens(10));

        HttpResponse<String> response = client.chat(with("\"n\": 3"));

        assertThat(Client.at(response, "/choices").size()).isEqualTo(3);
        assertThat(simulator.bill().charges().get(0).usage().output()).isEqualTo(30);
    }

    @Test
    void refusesAsAnthropicDoes() throws IOException, InterruptedException {
        simulator.script().add(Answer.refusal("No."));

        HttpResponse<String> response = client.messages(MESSAGES);

        assertThat(Client.at(response, "/stop_reason").asString()).isEqualTo("refusal");
    }

    @Test
    void callsAToolAsAnthropicDoes() throws IOException, InterruptedException {
        simulator.script().add(Answer.tool("find", "{\"a\": 1}"));

        HttpResponse<String> response = client.messages(MESSAGES);

        assertThat(Client.at(response, "/content/0/type").asString()).isEqualTo("tool_use");
        assertThat(Client.at(response, "/content/0/input/a").asInt()).isEqualTo(1);
        assertThat(Client.at(response, "/stop_reason").asString()).isEqualTo("tool_use");
    }

    @Test
    void goesOnFromAnEarlierResponse() throws IOException, InterruptedException {
        String first = "{\"model\": \"gpt-4.1\", \"input\": \"" + "lamp ".repeat(200) + "\"}";
        HttpResponse<String> response = client.responses(first);
        String id = Client.at(response, "/id").asString();

        HttpResponse<String> next = client.responses(
                "{\"model\": \"gpt-4.1\", \"input\": \"And?\", \"previous_response_id\": \"" + id + "\"}");

        assertThat(Client.at(next, "/usage/input_tokens").asInt())
                .isGreaterThan(Client.at(response, "/usage/input_tokens").asInt());
        assertThat(client.send("GET", "/v1/responses/" + id, "", "authorization", "Bearer k")
                        .body())
                .isEqualTo(response.body());
    }

    @Test
    void forgetsAResponseThatWasNotToBeStored() throws IOException, InterruptedException {
        String json = "{\"model\": \"gpt-4.1\", \"store\": false, \"input\": \"hi\"}";
        String id = Client.at(client.responses(json), "/id").asString();

        assertThat(client.send("GET", "/v1/responses/" + id, "", "authorization", "Bearer k")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void runsTheModelOfADeployment() throws IOException, InterruptedException {
        Options options = Options.defaults().deployments(Map.of("mine", "gpt-4o-mini"));
        try (Simulator azure = Simulator.start(options)) {
            HttpResponse<String> response = new Client(azure)
                    .post("/openai/deployments/mine/chat/completions?api-version=1", CHAT, "api-key", "k");

            assertThat(Client.at(response, "/model").asString()).isEqualTo("gpt-4o-mini");
        }
    }

    @Test
    void acceptsUploadsWithoutLookingAtThem() throws IOException, InterruptedException {
        HttpResponse<String> transcription = client.post(
                "/v1/audio/transcriptions",
                "--b--",
                "authorization",
                "Bearer k",
                "content-type",
                "multipart/form-data; boundary=b");

        assertThat(Client.at(transcription, "/text").asString()).isNotBlank();
        assertThat(client.post("/v1/files", "{}", "authorization", "Bearer k").statusCode())
                .isEqualTo(400);
        assertThat(simulator.bill().charges()).isEmpty();
    }

    @Test
    void acceptsABatchWithoutAnsweringIt() throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.post("/v1/messages/batches", "{\"requests\": [{}]}", "x-api-key", "k", "anthropic-version", "1");

        assertThat(Client.at(response, "/processing_status").asString()).isEqualTo("in_progress");
        assertThat(simulator.bill().charges()).isEmpty();
    }
}
