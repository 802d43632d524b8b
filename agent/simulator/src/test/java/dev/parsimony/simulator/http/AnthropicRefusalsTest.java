// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Anthropic refuses, and how it says so. */
class AnthropicRefusalsTest {

    private static final String USER = "\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]";
    private static final String MARK = "\"cache_control\": {\"type\": \"ephemeral\"}";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private static String body(String model, String rest) {
        return "{\"model\": \"" + model + "\", \"max_tokens\": 2000, " + rest + "}";
    }

    private static void assertRefused(HttpResponse<String> response, int status, String type, String message) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Client.at(response, "/type").asString()).isEqualTo("error");
        assertThat(Client.at(response, "/error/type").asString()).isEqualTo(type);
        assertThat(Client.at(response, "/error/message").asString()).contains(message);
        assertThat(response.headers().firstValue("request-id"))
                .contains(Client.at(response, "/request_id").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "claude-sonnet-4-5 | 'prompt_cache_key': 'k' | prompt_cache_key: Extra inputs are not permitted",
                "claude-sonnet-4-5 | 'temperature': 'hot' | temperature: Input should be a valid number",
                "claude-sonnet-4-5 | 'temperature': 1.5 | temperature: Input should be less than or equal to 1",
                "claude-sonnet-4-5 | 'temperature': 0.5, 'top_p': 0.5 | `temperature` and `top_p` cannot both be specified",
                "claude-sonnet-4-5 | 'system': 5 | system: Input should be a valid",
                "claude-sonnet-4-5 | 'system': [{'type': 'text', 'text': ''}] | system: text content blocks must be non-empty",
                "claude-sonnet-4-5 | 'cache_control': {'type': 'forever'} | cache_control.type: Input should be 'ephemeral'",
                "claude-sonnet-4-5 | 'cache_control': {'type': 'ephemeral', 'ttl': '2h'} | cache_control.ttl: Input should be '5m' or '1h'",
                "claude-sonnet-4-5 | 'tools': [{'name': 'f'}] | tools.0.custom.input_schema: Field required",
                "claude-sonnet-4-5 | 'tools': [{'name': 'f', 'input_schema': {}}, {'name': 'f', 'input_schema': {}}] | tools: Tool names must be unique.",
                "claude-sonnet-4-5 | 'tool_choice': {'type': 'any'} | tool_choice may only be specified while providing tools.",
                "claude-sonnet-4-5 | 'thinking': {'type': 'enabled', 'budget_tokens': 5} | thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
                "claude-sonnet-4-5 | 'thinking': {'type': 'enabled', 'budget_tokens': 2000} | `max_tokens` must be greater than `thinking.budget_tokens`",
                "claude-sonnet-4-5 | 'thinking': {'type': 'enabled', 'budget_tokens': 1024}, 'temperature': 0.5 | `temperature` may only be set to 1 when thinking",
                "claude-sonnet-4-5 | 'thinking': {'type': 'adaptive'} | adaptive thinking is not supported on this model",
                "claude-sonnet-4-5 | 'output_config': {'effort': 'low'} | does not support the effort parameter",
                "claude-sonnet-4-5 | 'thinking': {'type': 'maybe'} | thinking: Input tag 'maybe' found using 'type' does not match any of the expected tags: 'adaptive', 'between_tools', 'disabled', 'enabled'",
                "claude-opus-4-5 | 'output_config': {'effort': 'max'} | 'max' is not supported for this model",
                "claude-opus-5-5 | 'temperature': 0.5 | `temperature` is deprecated for this model.",
                "claude-opus-5-5 | 'top_k': 5 | `top_k` is deprecated for this model.",
                "claude-opus-5-5 | 'thinking': {'type': 'enabled', 'budget_tokens': 1024} | is not supported for this model",
                "claude-opus-5-5 | 'thinking': {'type': 'disabled'} | is not supported for this model",
                "claude-opus-5-5 | 'tools': [{'name': 'f', 'input_schema': {}}], 'tool_choice': {'type': 'any'} | is not supported for this model",
                "claude-sonnet-4-6 | 'thinking': {'type': 'adaptive'}, 'tools': [{'name': 'f', 'input_schema': {}}], 'tool_choice': {'type': 'tool', 'name': 'f'} | Thinking may not be enabled when tool_choice forces"
            })
    void refusesAParameter(String model, String field, String message) throws IOException, InterruptedException {
        HttpResponse<String> response = client.messages(body(model, USER + ", " + field.replace('\'', '"')));

        assertRefused(response, 400, "invalid_request_error", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | messages: at least one message is required",
                "'hi' | messages: Input should be a valid list",
                "[{'role': 'assistant', 'content': 'x'}] | first message must use the \"user\" role",
                "[{'role': 'robot', 'content': 'x'}] | messages.0.role: Input should be 'user', 'assistant' or 'system'",
                "[{'role': 'system', 'content': 'x'}] | role 'system' is not supported on this model",
                "[{'role': 'user', 'content': ''}] | messages.0: all messages must have non-empty content",
                "[{'role': 'user', 'content': [{'type': 'text', 'text': ''}]}] | messages: text content blocks must be non-empty",
                "[{'role': 'user', 'content': [{'type': 'text', 'text': '', 'cache_control': {'type': 'ephemeral'}}]}] | messages.0.content.0.text: cache_control cannot be set for empty text blocks",
                "[{'role': 'user', 'content': [{'type': 'text', 'text': 'x', 'prompt_cache_breakpoint': {}}]}] | messages.0.content.0.text.prompt_cache_breakpoint: Extra inputs are not permitted",
                "[{'role': 'user', 'content': [{'type': 'song'}]}] | messages.0.content.0: Input tag 'song' found using 'type' does not match any of the expected tags",
                "[{'role': 'user', 'content': 'x'}, {'role': 'assistant', 'content': [{'type': 'thinking', 'thinking': 't', 'signature': 's', 'cache_control': {'type': 'ephemeral'}}]}, {'role': 'user', 'content': 'y'}] | messages.1.content.0.thinking.cache_control: Extra inputs are not permitted",
                "[{'role': 'user', 'content': 'x'}, {'role': 'assistant', 'content': 'y '}] | cannot end with trailing whitespace",
                "[{'role': 'user', 'content': 'x'}, {'role': 'assistant', 'content': [{'type': 'tool_use', 'id': 't', 'name': 'f', 'input': {}}]}, {'role': 'user', 'content': 'y'}] | messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: t.",
                "[{'role': 'user', 'content': [{'type': 'tool_result', 'tool_use_id': 't'}]}] | messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: t."
            })
    void refusesAConversation(String messages, String message) throws IOException, InterruptedException {
        String json = body("claude-sonnet-4-5", "\"messages\": " + messages.replace('\'', '"'));

        assertRefused(client.messages(json), 400, "invalid_request_error", message);
    }

    private static String blocks(int marked) {
        String block = "{\"type\": \"text\", \"text\": \"x\", " + MARK + "}";
        return "\"system\": [" + String.join(", ", Collections.nCopies(marked, block)) + "], " + USER;
    }

    @Test
    void allowsFourMarksAndNoFifth() throws IOException, InterruptedException {
        assertThat(client.messages(body("claude-sonnet-4-5", blocks(4))).statusCode())
                .isEqualTo(200);
        assertRefused(
                client.messages(body("claude-sonnet-4-5", blocks(5))),
                400,
                "invalid_request_error",
                "A maximum of 4 blocks with cache_control may be provided. Found 5.");
    }

    @Test
    void countsTheAutomaticMarkAmongTheFour() throws IOException, InterruptedException {
        assertRefused(
                client.messages(body("claude-sonnet-4-5", MARK + ", " + blocks(4))),
                400,
                "invalid_request_error",
                "Found 5.");
    }

    @Test
    void refusesAnHourAfterFiveMinutes() throws IOException, InterruptedException {
        String hour = MARK.replace("\"ephemeral\"", "\"ephemeral\", \"ttl\": \"1h\"");
        String system =
                "\"system\": [{\"type\": \"text\", \"text\": \"x\", %s}, {\"type\": \"text\", \"text\": \"y\", %s}], ";

        HttpResponse<String> wrong = client.messages(body("claude-sonnet-4-5", system.formatted(MARK, hour) + USER));
        HttpResponse<String> right = client.messages(body("claude-sonnet-4-5", system.formatted(hour, MARK) + USER));

        assertRefused(
                wrong,
                400,
                "invalid_request_error",
                "system.1.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m'");
        assertThat(right.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAutomaticMarkOfAnotherLifeThanTheLastBlocks() throws IOException, InterruptedException {
        String last = "\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"x\", " + MARK
                + "}]}], ";
        String hour = MARK.replace("\"ephemeral\"", "\"ephemeral\", \"ttl\": \"1h\"");

        assertThat(client.messages(body("claude-sonnet-4-5", last + hour)).statusCode())
                .isEqualTo(400);
        assertThat(client.messages(body("claude-sonnet-4-5", last + MARK)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesPrefillWhereTheModelDoes() throws IOException, InterruptedException {
        String prefilled = USER.replace("}]", "}, {\"role\": \"assistant\", \"content\": \"Well\"}]");

        assertRefused(
                client.messages(body("claude-sonnet-4-6", prefilled)),
                400,
                "invalid_request_error",
                "does not support assistant message prefill");
        assertThat(client.messages(body("claude-sonnet-4-5", prefilled)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void requiresACapWithinTheModels() throws IOException, InterruptedException {
        String none = "{\"model\": \"claude-sonnet-4-5\", " + USER + "}";
        String tooMuch = "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 64001, " + USER + "}";

        assertRefused(client.messages(none), 400, "invalid_request_error", "max_tokens: Field required");
        assertRefused(
                client.messages(tooMuch),
                400,
                "invalid_request_error",
                "max_tokens: 64001 > 64000, which is the maximum allowed number of output tokens for claude-sonnet-4-5");
    }

    @Test
    void refusesAnyTemperatureUnderTheNewestVersion() throws IOException, InterruptedException {
        String json = body("claude-sonnet-4-5", "\"temperature\": 0.5, " + USER);

        HttpResponse<String> response =
                client.post("/v1/messages", json, "x-api-key", "k", "anthropic-version", "2026-10-21");

        assertRefused(response, 400, "invalid_request_error", "`temperature` is deprecated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{'role': 'user', 'content': [{'type': 'text', 'text': 'x', 'citations': []}]}] | citations are not permitted",
                "[{'role': 'user', 'content': 'x'}, {'role': 'assistant', 'content': [{'type': 'document', 'source': {}}]}, {'role': 'user', 'content': 'y'}] | document blocks are not permitted"
            })
    void refusesMoreUnderTheNewestVersion(String messages, String message) throws IOException, InterruptedException {
        String json = body("claude-sonnet-4-5", "\"messages\": " + messages.replace('\'', '"'));

        HttpResponse<String> newest =
                client.post("/v1/messages", json, "x-api-key", "k", "anthropic-version", "2026-10-21");

        assertRefused(newest, 400, "invalid_request_error", message);
        assertThat(client.messages(json).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnUnknownModel() throws IOException, InterruptedException {
        assertRefused(client.messages(body("claude-none", USER)), 404, "not_found_error", "model: claude-none");
    }

    @Test
    void refusesAMissingKeyAnInvalidKeyAndAMissingVersion() throws IOException, InterruptedException {
        String json = body("claude-sonnet-4-5", USER);
        String version = "2023-06-01";

        HttpResponse<String> none = client.post("/v1/messages", json, "anthropic-version", version);
        HttpResponse<String> invalid =
                client.post("/v1/messages", json, "x-api-key", "invalid", "anthropic-version", version);
        HttpResponse<String> noVersion = client.post("/v1/messages", json, "x-api-key", "k");

        assertRefused(none, 401, "authentication_error", "x-api-key header is required");
        assertRefused(invalid, 401, "authentication_error", "invalid x-api-key");
        assertRefused(noVersion, 400, "invalid_request_error", "anthropic-version: header is required");
    }

    @Test
    void refusesAPromptLongerThanTheModelReads() throws IOException, InterruptedException {
        String json = body("claude-sonnet-4-5", USER.replace("hi", "x".repeat(720_100)));

        assertRefused(client.messages(json), 400, "invalid_request_error", "tokens > 200000 maximum");
    }

    @Test
    void takesBetaFieldsOnlyWithABetaHeader() throws IOException, InterruptedException {
        String json = body("claude-sonnet-4-5", "\"context_management\": {}, " + USER);

        HttpResponse<String> beta =
                client.post("/v1/messages?beta=true", json, "x-api-key", "k", "anthropic-version", "1");

        assertThat(beta.statusCode()).isEqualTo(200);
        assertRefused(client.messages(json), 400, "invalid_request_error", "context_management: Extra inputs");
    }

    @Test
    void warmsTheCacheWithACapOfZeroButDoesNotStream() throws IOException, InterruptedException {
        String json = "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 0, " + USER + "}";

        HttpResponse<String> warmed = client.messages(json);

        assertThat(Client.at(warmed, "/content").size()).isZero();
        assertThat(Client.at(warmed, "/stop_reason").asString()).isEqualTo("max_tokens");
        assertThat(Client.at(warmed, "/usage/output_tokens").asInt()).isZero();
        assertThat(client.messages(json.replace("\"max_tokens\"", "\"stream\": true, \"max_tokens\""))
                        .statusCode())
                .isEqualTo(400);
    }
}
