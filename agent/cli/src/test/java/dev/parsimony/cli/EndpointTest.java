// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private static final Endpoint.Apis KNOWN = (host, path) ->
            host.equals("invoke.corp.example") ? Dialects.named("anthropic.messages") : Dialects.of(path);

    private static Body body(String text) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        return new Body("request.json", Json.read(bytes).orElseThrow());
    }

    private static Endpoint endpoint(String url, Body body) {
        return Endpoint.of(url, body, KNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":\"gpt-4o\",\"messages\":[]}                        | openai.chat        | api.openai.com",
                "{\"model\":\"claude-opus-5\",\"messages\":[]}                 | anthropic.messages | api.anthropic.com",
                "{\"model\":\"x\",\"messages\":[],\"system\":\"s\"}            | anthropic.messages | api.anthropic.com",
                "{\"messages\":[],\"tools\":[{\"input_schema\":{}}]}           | anthropic.messages | api.anthropic.com",
                "{\"model\":\"gpt-5\",\"input\":\"hello\"}                     | openai.responses   | api.openai.com",
                "{\"model\":\"text-embedding-3-small\",\"input\":\"hello\"}    | openai.embeddings  | api.openai.com",
                "{\"model\":\"own\",\"input\":[\"a\"],\"dimensions\":256}      | openai.embeddings  | api.openai.com",
            })
    void tellsTheApiByTheBodysShapeAndSaysThatItDid(String body, String dialect, String host) {
        Endpoint endpoint = endpoint("", body(body));

        assertThat(endpoint.dialect().name()).isEqualTo(dialect);
        assertThat(endpoint.address().host()).isEqualTo(host);
        assertThat(endpoint.guessed()).contains("no --url is given", dialect);
        assertThat(endpoint.dialect().recognises(endpoint.path())).isTrue();
    }

    @Test
    void takesTheApiFromTheUrlWhateverTheBodysShape() {
        Endpoint endpoint =
                endpoint("http://LLM.corp.example:8443/gateway/v1/messages?beta=true", body("{\"messages\":[]}"));

        assertThat(endpoint.dialect().name()).isEqualTo("anthropic.messages");
        assertThat(endpoint.address()).hasToString("http://llm.corp.example:8443");
        assertThat(endpoint.path()).isEqualTo("/gateway/v1/messages");
        assertThat(endpoint.query()).isEqualTo("beta=true");
        assertThat(endpoint.guessed()).isEmpty();
    }

    @Test
    void takesTheApiThatTheSettingsNameForAHost() {
        Endpoint endpoint = endpoint("https://Invoke.corp.example/llm/run", body("{\"messages\":[]}"));

        assertThat(endpoint.dialect().name()).isEqualTo("anthropic.messages");
        assertThat(endpoint.path()).isEqualTo("/llm/run");
        assertThat(endpoint.guessed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com, /chat/completions",
        "https://api.openai.com/v1, /v1/chat/completions",
        "https://llm.corp.example/gateway, /gateway/chat/completions",
        "https://generativelanguage.googleapis.com/v1beta/openai, /v1beta/openai/chat/completions",
        "https://acme.openai.azure.com/openai/deployments/prod, /openai/deployments/prod/chat/completions"
    })
    void completesBaseUrlsAsSdksDo(String url, String path) {
        assertThat(endpoint(url, body("{\"messages\":[]}")).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.anthropic.com", "https://api.anthropic.com/v1"})
    void completesABaseUrlWithItsVersionOnce(String url) {
        assertThat(endpoint(url, body("{\"messages\":[],\"system\":\"s\"}")).path())
                .isEqualTo("/v1/messages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.anthropic.com/v1/messages/batches",
                "https://api.anthropic.com/v1/messages/count_tokens",
                "https://api.openai.com/v1/responses/resp_1",
                "https://api.openai.com/v1/models",
                "https://llm.corp.example/messages/batches"
            })
    void saysOfAnotherPathThatSuchACallPassesUntouched(String url) {
        assertThatThrownBy(() -> endpoint(url, body("{\"messages\":[]}")))
                .isInstanceOf(Complaint.class)
                .hasMessageStartingWith("--url: /")
                .hasMessageContaining("such a call passes untouched");
    }

    @Test
    void completesABaseUrlByTheBodysShape() {
        Endpoint endpoint = endpoint("https://llm.corp.example/v1/", body("{\"messages\":[]}"));

        assertThat(endpoint.path()).isEqualTo("/v1/chat/completions");
        assertThat(endpoint.guessed()).contains("the path tells no API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https:// spaces", "/v1/messages"})
    void refusesWhatIsNoUrl(String url) {
        assertThatThrownBy(() -> endpoint(url, body("{\"messages\":[]}")))
                .isInstanceOf(Complaint.class)
                .hasMessageStartingWith("--url: ");
    }

    @Test
    void refusesABodyOfNoApiThatIsKnown() {
        assertThatThrownBy(() -> endpoint("", body("{\"contents\":[]}")))
                .isInstanceOf(Complaint.class)
                .hasMessageStartingWith("request.json: ")
                .hasMessageContaining("neither messages nor input");
    }
}
