// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order and the shape of streamed events. */
class StreamsTest {

    private static final String CHAT =
            "{\"model\": \"gpt-4o\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
    private static final String RESPONSES = "{\"model\": \"gpt-4.1\", \"stream\": true, \"input\": \"hi\"}";
    private static final String MESSAGES = "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 2000, \"stream\": true,"
            + " \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void sendsChatChunksWithoutUsageUnlessAsked() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("One two"));

        List<String> data = Client.data(client.chat(CHAT));

        assertThat(data).hasSize(5).allSatisfy(each -> assertThat(each).doesNotContain("usage"));
        assertThat(data.get(0)).contains("\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}");
        assertThat(data.get(1)).contains("\"delta\":{\"content\":\"One\"}").contains("\"finish_reason\":null");
        assertThat(data.get(2)).contains("\"delta\":{\"content\":\" two\"}");
        assertThat(data.get(3)).contains("\"delta\":{}").contains("\"finish_reason\":\"stop\"");
        assertThat(data.get(4)).isEqualTo("[DONE]");
    }

    @Test
    void sendsTheUsageInAChunkWithoutChoicesWhenAsked() throws IOException, InterruptedException {
        String asked =
                CHAT.replace("\"stream\": true", "\"stream\": true, \"stream_options\": {\"include_usage\": true}");

        List<String> data = Client.data(client.chat(asked));

        assertThat(data.subList(0, data.size() - 2))
                .allSatisfy(each -> assertThat(each).contains("\"usage\":null"));
        assertThat(data.get(data.size() - 2)).contains("\"choices\":[]").contains("\"usage\":{\"prompt_tokens\":");
        assertThat(data.get(data.size() - 1)).isEqualTo("[DONE]");
    }

    @Test
    void opensAStreamOnAzureWithAChunkWithoutChoices() throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.post("/openai/deployments/gpt-4o/chat/completions?api-version=1", CHAT, "api-key", "k");

        assertThat(Client.data(response).get(0)).contains("\"choices\":[]").contains("prompt_filter_results");
        assertThat(Client.data(client.chat(CHAT)).get(0)).doesNotContain("\"choices\":[]");
    }

    @Test
    void streamsAToolsArgumentsInPieces() throws IOException, InterruptedException {
        simulator.script().add(Answer.tool("find", "{\"a\": 1}"));

        List<String> data = Client.data(client.chat(CHAT));

        assertThat(data.get(0)).contains("\"function\":{\"name\":\"find\",\"arguments\":\"\"}");
        assertThat(data.get(1)).contains("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":\"}}]");
        assertThat(data.get(3)).contains("\"finish_reason\":\"tool_calls\"");
    }

    @Test
    void sendsTheEventsOfResponsesInOrder() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("One two"));

        HttpResponse<String> response = client.responses(RESPONSES);

        assertThat(Client.names(response))
                .containsExactly(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "response.completed");
        List<String> data = Client.data(response);
        for (int index = 0; index < data.size(); index++) {
            assertThat(Json.read(data.get(index)).get("sequence_number").asInt())
                    .isEqualTo(index);
            assertThat(Json.read(data.get(index)).get("type").asString())
                    .isEqualTo(Client.names(response).get(index));
        }
        assertThat(Json.read(data.get(9)).at("/response/usage/output_tokens").asInt())
                .isPositive();
    }

    @Test
    void endsAnIncompleteResponseWithItsOwnEvent() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("One two").finish(Answer.Finish.LENGTH));

        HttpResponse<String> response = client.responses(RESPONSES);

        List<String> data = Client.data(response);
        assertThat(Client.names(response)).endsWith("response.output_item.done", "response.incomplete");
        assertThat(Json.read(data.get(data.size() - 1))
                        .at("/response/incomplete_details/reason")
                        .asString())
                .isEqualTo("max_output_tokens");
    }

    @Test
    void streamsAFunctionCallOfResponses() throws IOException, InterruptedException {
        simulator.script().add(Answer.tool("find", "{}"));

        assertThat(Client.names(client.responses(RESPONSES)))
                .containsSequence(
                        "response.output_item.added",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done");
    }

    @Test
    void streamsARefusalOfResponses() throws IOException, InterruptedException {
        simulator.script().add(Answer.refusal("No."));

        assertThat(Client.names(client.responses(RESPONSES)))
                .containsSequence("response.refusal.delta", "response.refusal.done", "response.content_part.done");
    }

    @Test
    void sendsTheEventsOfMessagesInOrder() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("One two"));

        HttpResponse<String> response = client.messages(MESSAGES);

        assertThat(Client.names(response))
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "ping",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        List<String> data = Client.data(response);
        assertThat(Json.read(data.get(0)).at("/message/usage/output_tokens").asInt())
                .isEqualTo(1);
        assertThat(data.get(3)).contains("\"delta\":{\"type\":\"text_delta\",\"text\":\"One\"}");
        assertThat(data.get(6)).contains("\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null}");
        assertThat(Json.read(data.get(6)).at("/usage/output_tokens").asInt()).isGreaterThan(1);
    }

    @Test
    void streamsThinkingBeforeTheText() throws IOException, InterruptedException {
        String thinking = MESSAGES.replace(
                "\"stream\"", "\"thinking\": {\"type\": \"enabled\", \"budget_tokens\": 1024}, \"stream\"");

        List<String> data = Client.data(client.messages(thinking));

        assertThat(data.get(1)).contains("\"content_block\":{\"type\":\"thinking\"");
        assertThat(data.get(2)).contains("signature_delta");
        assertThat(data.get(4)).contains("\"index\":1,\"content_block\":{\"type\":\"text\"");
    }

    @Test
    void streamsAToolUseAsPartialJson() throws IOException, InterruptedException {
        simulator.script().add(Answer.tool("find", "{\"a\": 1}"));

        List<String> data = Client.data(client.messages(MESSAGES));

        assertThat(data.get(1)).contains("\"type\":\"tool_use\"").contains("\"input\":{}");
        assertThat(data.get(3)).contains("\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\":\"}");
        assertThat(data).anyMatch(each -> each.contains("\"stop_reason\":\"tool_use\""));
    }
}
