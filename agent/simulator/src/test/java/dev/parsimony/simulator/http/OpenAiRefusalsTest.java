// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenAI refuses, and how it says so. */
class OpenAiRefusalsTest {

    private static final String MESSAGES = "\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private static String chat(String model, String rest) {
        return "{\"model\": \"" + model + "\", " + rest + "}";
    }

    private static void assertRefused(
            HttpResponse<String> response, int status, String message, String param, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Client.at(response, "/error/message").asString()).contains(message);
        assertThat(Client.at(response, "/error/param").asString("null")).isEqualTo(param);
        assertThat(Client.at(response, "/error/code").asString("null")).isEqualTo(code);
        assertThat(Client.at(response, "/error/type").asString()).isEqualTo("invalid_request_error");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "gpt-4o | 'cache_control': {} | Unrecognized request argument supplied: cache_control | null | null",
                "gpt-4o | 'temperature': 'hot' | Invalid type for 'temperature': expected a decimal, but got a string instead. | temperature | invalid_type",
                "gpt-4o | 'temperature': 3 | Expected a value <= 2 | temperature | decimal_above_max_value",
                "gpt-4o | 'max_tokens': 0 | Expected a value >= 1, but got 0 instead. | max_tokens | integer_below_min_value",
                "gpt-4o | 'max_tokens': 99999 | max_tokens is too large: 99999. This model supports at most 16384 | max_tokens | invalid_value",
                "gpt-4o | 'max_tokens': 5, 'max_completion_tokens': 5 | at the same time | null | null",
                "gpt-4o | 'service_tier': 'gold' | Supported values are: 'auto', 'default' | service_tier | invalid_value",
                "gpt-4o | 'stream_options': {'include_usage': true} | only allowed when 'stream' is enabled | stream_options | null",
                "gpt-4o | 'tools': [{'type': 'function'}] | Missing required parameter: 'tools[0].function'. | tools[0].function | missing_required_parameter",
                "gpt-4o | 'reasoning_effort': 'low' | 'reasoning_effort' is not supported | reasoning_effort | unsupported_parameter",
                "gpt-4o | 'prompt_cache_options': {'mode': 'explicit'} | not supported with this model | prompt_cache_options | unsupported_parameter",
                "gpt-5 | 'max_tokens': 5 | Use 'max_completion_tokens' instead. | max_tokens | unsupported_parameter",
                "o3 | 'max_tokens': 5 | Use 'max_completion_tokens' instead. | max_tokens | unsupported_parameter",
                "gpt-5 | 'temperature': 0.2 | 'temperature' does not support 0.2 with this model. Only the default (1) value | temperature | unsupported_value",
                "gpt-5 | 'stop': 'x' | 'stop' is not supported | stop | unsupported_parameter",
                "gpt-5 | 'logprobs': true | 'logprobs' is not supported | logprobs | unsupported_parameter",
                "gpt-5.6-sol | 'temperature': 0.2 | does not support 0.2 | temperature | unsupported_value",
                "gpt-6.1-sol | 'reasoning_effort': 'none' | 'none' is not supported with the 'gpt-6.1-sol' model | reasoning_effort | unsupported_value",
                "gpt-5 | 'reasoning_effort': 'none' | Supported values are: 'minimal', 'low', 'medium', and 'high'. | reasoning_effort | unsupported_value",
                "gpt-6-sol | 'tools': [{'type': 'function', 'function': {'name': 'f'}}] | Please use /v1/responses instead | reasoning_effort | null",
                "gpt-6-sol | 'prompt_cache_options': {}, 'prompt_cache_retention': '24h' | cannot be used together | prompt_cache_retention | invalid_parameter"
            })
    void refusesAParameter(String model, String field, String message, String param, String code)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.chat(chat(model, MESSAGES + ", " + field.replace('\'', '"')));

        assertRefused(response, 400, message, param, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "gpt-5 | 'temperature': 1",
                "gpt-5.6-sol | 'temperature': 0.2, 'reasoning_effort': 'none'",
                "gpt-5.2 | 'temperature': 0.2",
                "gpt-6-sol | 'reasoning_effort': 'none', 'tools': [{'type': 'function', 'function': {'name': 'f'}}]",
                "gpt-6-sol | 'prompt_cache_options': {'mode': 'implicit', 'ttl': '30m'}",
                "gpt-4o | 'max_tokens': 5, 'temperature': null, 'stop': ['a', 'b'], 'n': 2, 'logit_bias': {'1': 2}"
            })
    void allowsAParameter(String model, String field) throws IOException, InterruptedException {
        HttpResponse<String> response = client.chat(chat(model, MESSAGES + ", " + field.replace('\'', '"')));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | empty array | messages | empty_array",
                "'hi' | expected an array, but got a string | messages | invalid_type",
                "[{'role': 'robot', 'content': 'x'}] | Invalid value: 'robot'. | messages[0].role | invalid_value",
                "[{'role': 'user'}] | 'messages[0].content' | messages[0].content | missing_required_parameter",
                "[{'role': 'user', 'content': [{'type': 'text', 'text': 'x', 'cache_control': {'type': 'ephemeral'}}]}] | Unknown parameter: 'messages[0].content[0].cache_control'. | messages[0].content[0].cache_control | unknown_parameter",
                "[{'role': 'user', 'content': [{'type': 'text', 'text': 'x', 'prompt_cache_breakpoint': {'mode': 'explicit'}}]}] | not supported with this model | prompt_cache_breakpoint | unsupported_parameter",
                "[{'role': 'tool', 'content': 'x', 'tool_call_id': 'c'}] | must be a response to a preceeding message | messages | null",
                "[{'role': 'assistant', 'tool_calls': [{'id': 'c', 'type': 'function', 'function': {'name': 'f', 'arguments': '{}'}}]}, {'role': 'user', 'content': 'x'}] | did not have response messages: c | messages | null"
            })
    void refusesAConversation(String messages, String message, String param, String code)
            throws IOException, InterruptedException {
        String json = chat("gpt-4o", "\"messages\": " + messages.replace('\'', '"'));

        assertRefused(client.chat(json), 400, message, param, code);
    }

    @Test
    void refusesAnUnknownModel() throws IOException, InterruptedException {
        assertRefused(
                client.chat(chat("gpt-none", MESSAGES)), 404, "`gpt-none` does not exist", "null", "model_not_found");
    }

    @Test
    void refusesAMissingModel() throws IOException, InterruptedException {
        assertRefused(client.chat("{" + MESSAGES + "}"), 400, "you must provide a model parameter", "null", "null");
    }

    @Test
    void refusesWhatIsNoJson() throws IOException, InterruptedException {
        assertRefused(client.chat("{\"model\""), 400, "could not parse the JSON body", "null", "null");
    }

    @Test
    void refusesAMissingAndAnInvalidKey() throws IOException, InterruptedException {
        String json = chat("gpt-4o", MESSAGES);

        HttpResponse<String> none = client.post("/v1/chat/completions", json);
        HttpResponse<String> invalid =
                client.post("/v1/chat/completions", json, "authorization", "Bearer invalid-key-of-mine");

        assertRefused(none, 401, "You didn't provide an API key.", "null", "null");
        assertRefused(invalid, 401, "Incorrect API key provided: invalid-***", "null", "invalid_api_key");
    }

    @Test
    void refusesAnUnknownDeployment() throws IOException, InterruptedException {
        HttpResponse<String> response = client.post(
                "/openai/deployments/mine/chat/completions?api-version=1", chat("gpt-4o", MESSAGES), "api-key", "k");

        assertRefused(
                response, 404, "The API deployment for this resource does not exist.", "null", "DeploymentNotFound");
    }

    @Test
    void refusesAPromptLongerThanTheModelReads() throws IOException, InterruptedException {
        String json = chat("gpt-4o", MESSAGES.replace("hi", "x".repeat(4 * 128_001)));

        assertRefused(
                client.chat(json), 400, "maximum context length is 128000", "messages", "context_length_exceeded");
    }

    @Test
    void refusesAnUnknownPath() throws IOException, InterruptedException {
        HttpResponse<String> response = client.post("/v1/completely", "{}", "authorization", "Bearer k");

        assertRefused(response, 404, "Invalid URL (POST /v1/completely)", "null", "null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'input': 'hi', 'messages': [] | Unknown parameter: 'messages'. | messages | unknown_parameter",
                "'input': 'hi', 'max_output_tokens': 5 | Expected a value >= 16 | max_output_tokens | integer_below_min_value",
                "'store': true | must be provided | input | missing_required_parameter",
                "'input': [{'role': 'user', 'content': [{'type': 'text', 'text': 'x'}]}] | Invalid value: 'text'. | input[0].content[0].type | invalid_value",
                "'input': [{'type': 'input_text', 'text': 'x'}] | Invalid value: 'input_text'. | input[0].type | invalid_value",
                "'input': 'hi', 'reasoning': {'effort': 'low'} | not supported | reasoning_effort | unsupported_parameter",
                "'input': 'hi', 'previous_response_id': 'resp_x' | 'resp_x' not found | previous_response_id | previous_response_not_found"
            })
    void refusesAResponsesRequest(String fields, String message, String param, String code)
            throws IOException, InterruptedException {
        String json = chat("gpt-4.1", fields.replace('\'', '"'));

        assertRefused(client.responses(json), 400, message, param, code);
    }

    @Test
    void refusesToChatWithAnEmbeddingModel() throws IOException, InterruptedException {
        assertThat(client.chat(chat("text-embedding-3-small", MESSAGES)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void chargesNothingForWhatItRefuses() throws IOException, InterruptedException {
        client.chat(chat("gpt-none", MESSAGES));
        client.chat(chat("gpt-5", MESSAGES + ", \"max_tokens\": 5"));

        assertThat(simulator.bill().charges()).isEmpty();
        assertThat(simulator.received()).hasSize(2);
    }
}
