// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
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
        Endpoint endpoint = Endpoint.of("", Texts.json(body));

        assertThat(endpoint.dialect().name()).isEqualTo(dialect);
        assertThat(endpoint.address().host()).isEqualTo(host);
        assertThat(endpoint.guessed()).contains("no --url is given", dialect);
        assertThat(endpoint.dialect().recognises(endpoint.path())).isTrue();
    }

    @Test
    void takesTheApiFromTheUrlWhateverTheBodysShape() {
        Endpoint endpoint = Endpoint.of(
                "http://LLM.corp.example:8443/gateway/v1/messages?beta=true", Texts.json("{\"messages\":[]}"));

        assertThat(endpoint.dialect().name()).isEqualTo("anthropic.messages");
        assertThat(endpoint.address()).hasToString("http://llm.corp.example:8443");
        assertThat(endpoint.path()).isEqualTo("/gateway/v1/messages");
        assertThat(endpoint.query()).isEqualTo("beta=true");
        assertThat(endpoint.guessed()).isEmpty();
    }

    @Test
    void completesABaseUrlByTheBodysShape() {
        Endpoint endpoint = Endpoint.of("https://llm.corp.example/v1/", Texts.json("{\"messages\":[]}"));

        assertThat(endpoint.path()).isEqualTo("/v1/chat/completions");
        assertThat(endpoint.guessed()).contains("the path tells no API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https:// spaces", "/v1/messages"})
    void refusesWhatIsNoUrl(String url) {
        assertThatThrownBy(() -> Endpoint.of(url, Texts.json("{\"messages\":[]}")))
                .isInstanceOf(Complaint.class)
                .hasMessageStartingWith("--url: ");
    }

    @Test
    void refusesABodyOfNoApiThatIsKnown() {
        assertThatThrownBy(() -> Endpoint.of("", Texts.json("{\"contents\":[]}")))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("neither messages nor input");
    }
}
