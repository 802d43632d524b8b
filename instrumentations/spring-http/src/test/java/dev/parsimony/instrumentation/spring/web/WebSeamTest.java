// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.instrumentation.spring.SpringWeb;
import dev.parsimony.instrumentation.spring.http.Provider;
import dev.parsimony.testkit.Script;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

class WebSeamTest {
    private static final String PATH = "/v1/chat?api-version=1";

    private final Script script = new Script(new SpringWeb(), "/v1/");
    private final WebSeam seam = new WebSeam(script.joint());
    private final Provider provider;

    WebSeamTest() throws IOException {
        provider = new Provider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    static Stream<ClientHttpRequestFactory> factories() {
        return Stream.of(new JdkClientHttpRequestFactory(), new SimpleClientHttpRequestFactory());
    }

    /** As the advice has it. */
    private ClientHttpRequestFactory woven(ClientHttpRequestFactory factory) {
        return (uri, method) -> seam.created(factory, factory.createRequest(uri, method));
    }

    private String post(ClientHttpRequestFactory factory) {
        return Objects.requireNonNull(RestClient.builder()
                .requestFactory(woven(factory))
                .defaultHeader("x-api-key", "key")
                .build()
                .post()
                .uri(provider.url() + PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("model", "refuse"))
                .exchange(
                        (request, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void sendsWhatTheApplicationWroteAndShowsTheAnswerToTheTap(ClientHttpRequestFactory factory) {
        script.thenAsWritten();

        assertThat(post(factory)).isEqualTo("word!");
        assertThat(provider.received()).containsExactly(PATH + " application/json key {\"model\":\"refuse\"}");
        assertThat(script.seen())
                .containsExactly(
                        "call " + PATH + " {\"model\":\"refuse\"}", "arrived 400 text/plain", "passed word", "end");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void sendsAnotherBodyToAnotherPathAndAgainAsWrittenWhatIsRefused(ClientHttpRequestFactory factory) {
        script.thenSend("refuse this, too", "/v1/other").thenAsWritten();

        assertThat(post(factory)).isEqualTo("word!");
        assertThat(provider.received())
                .containsExactly(
                        "/v1/other?api-version=1 application/json key refuse this, too",
                        PATH + " application/json key {\"model\":\"refuse\"}");
    }

    @Test
    void answersWithoutTheServer() {
        script.thenAnswer("text/plain", "held");

        assertThat(post(new JdkClientHttpRequestFactory())).isEqualTo("held");
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void meetsWhatIsWrittenAtOnceToo() throws IOException {
        script.thenSend("[\"longer than before\"]", "/v1/chat");
        ClientHttpRequest request = woven(new JdkClientHttpRequestFactory()).createRequest(uri(PATH), HttpMethod.POST);
        request.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        request.getHeaders().setContentLength(2);
        request.getBody().write("{}".getBytes(StandardCharsets.UTF_8));

        try (ClientHttpResponse response = request.execute()) {
            assertThat(response.getStatusCode().value()).isEqualTo(200);
            assertThat(response.getStatusText()).isNotNull();
        }

        assertThat(provider.received().get(0)).endsWith(" [\"longer than before\"]");
        assertThat(script.seen()).endsWith("closed");
    }

    @Test
    void letsRequestsBeThatAreNoCalls() throws IOException {
        ClientHttpRequestFactory factory = new JdkClientHttpRequestFactory();
        ClientHttpRequest orders = factory.createRequest(uri("/orders"), HttpMethod.POST);

        assertThat(seam.created(factory, orders)).isSameAs(orders);

        new RestTemplate(woven(factory)).postForObject(uri("/v1/files"), "a text", String.class);

        assertThat(script.seen()).isEmpty();
        assertThat(provider.received()).hasSize(1);
    }

    @Test
    void failsWhereTheApplicationFailsToWriteItsBody() throws IOException {
        ClientHttpRequest request =
                woven(new SimpleClientHttpRequestFactory()).createRequest(uri(PATH), HttpMethod.POST);
        ((StreamingHttpOutputMessage) request).setBody(output -> {
            throw new IllegalStateException("no body");
        });

        assertThatThrownBy(request::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no body");
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void failsAsTheClientFails() {
        provider.close();
        script.thenAsWritten();

        assertThatThrownBy(() -> post(new JdkClientHttpRequestFactory())).hasMessageContaining("I/O error");
        assertThat(script.seen()).last().asString().startsWith("failed ");
    }

    private URI uri(String path) {
        return URI.create(provider.url() + path);
    }
}
