// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.instrumentation.spring.SpringWeb;
import dev.parsimony.instrumentation.spring.http.Provider;
import dev.parsimony.testkit.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeFunctions;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FluxSeamTest {
    private static final String PATH = "/v1/chat?api-version=1";

    private final Script script = new Script(new SpringWeb(), "/v1/");
    private final FluxSeam seam = new FluxSeam(script.joint());
    private final ClientHttpConnector connector = new JdkClientHttpConnector();
    private final ExchangeStrategies strategies = ExchangeStrategies.withDefaults();
    private final ExchangeFunction bare = ExchangeFunctions.create(connector, strategies);
    private final List<String> contexts = new ArrayList<>();
    private final Provider provider;

    FluxSeamTest() throws IOException {
        provider = new Provider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    /** As the advice has it. */
    @SuppressWarnings("unchecked")
    private Mono<ClientResponse> woven(ClientRequest request) {
        Object[] entered = seam.exchange(this::woven, request, connector, strategies);
        return entered == null
                ? Mono.deferContextual(context -> {
                    contexts.add(context.getOrDefault("who", "nobody"));
                    return bare.exchange(request);
                })
                : (Mono<ClientResponse>) entered[0];
    }

    private WebClient.RequestHeadersSpec<?> post(String path, Object body) {
        return WebClient.builder()
                .exchangeFunction(this::woven)
                .defaultHeader("x-api-key", "key")
                .build()
                .post()
                .uri(provider.url() + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    private static String answer(WebClient.RequestHeadersSpec<?> request) {
        return Objects.requireNonNull(request.exchangeToMono(response -> response.bodyToMono(String.class))
                .contextWrite(context -> context.put("who", "a reader"))
                .block());
    }

    @Test
    void sendsWhatTheApplicationWroteAndShowsTheAnswerToTheTap() {
        script.thenAsWritten();

        assertThat(answer(post(PATH, Map.of("model", "refuse")))).isEqualTo("word!");
        assertThat(provider.received()).containsExactly(PATH + " application/json key {\"model\":\"refuse\"}");
        assertThat(script.seen())
                .containsExactly(
                        "call " + PATH + " {\"model\":\"refuse\"}", "arrived 400 text/plain", "passed word", "end");
    }

    @Test
    void keepsTheContextOfWhoSubscribes() {
        script.thenAsWritten();

        answer(post(PATH, Map.of()));

        assertThat(contexts).containsExactly("a reader");
    }

    @Test
    void sendsAnotherBodyToAnotherPathAndAgainAsWrittenWhatIsRefused() {
        script.thenSend("refuse this, too", "/v1/other").thenAsWritten();

        assertThat(answer(post(PATH, Map.of("model", "refuse")))).isEqualTo("word!");
        assertThat(provider.received())
                .containsExactly(
                        "/v1/other?api-version=1 application/json key refuse this, too",
                        PATH + " application/json key {\"model\":\"refuse\"}");
    }

    @Test
    void answersEventForEventWithoutTheServer() {
        script.thenAnswer("text/event-stream", "data: one\n\ndata: two\n\n");

        List<String> events = post(PATH, Map.of())
                .retrieve()
                .bodyToFlux(String.class)
                .collectList()
                .block();

        assertThat(events).containsExactly("one", "two");
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void doesNothingBeforeSomebodySubscribes() {
        Mono<String> answer = post(PATH, Map.of()).retrieve().bodyToMono(String.class);

        assertThat(script.seen()).isEmpty();
        script.thenAsWritten().thenAsWritten();
        assertThat(answer.block()).isEqualTo("word!");
    }

    @Test
    void writesABodyOnceThatCannotBeWrittenTwice() {
        script.thenSend("refuse", "/v1/chat").thenAsWritten();
        List<String> once = new ArrayList<>(List.of("{\"model\":", "\"m\"}"));
        Flux<String> body =
                Flux.defer(() -> Flux.fromIterable(List.copyOf(once)).doOnComplete(once::clear));

        String answer = WebClient.builder()
                .exchangeFunction(this::woven)
                .build()
                .post()
                .uri(provider.url() + PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromPublisher(body, String.class))
                .exchangeToMono(response -> response.bodyToMono(String.class))
                .block();

        assertThat(answer).isEqualTo("word!");
        assertThat(provider.received()).last().asString().endsWith("{\"model\":\"m\"}");
    }

    @Test
    void tellsTheTapOfABodyThatIsGivenUp() {
        script.thenAsWritten();

        post(PATH, Map.of()).exchangeToMono(ClientResponse::releaseBody).block();

        assertThat(script.seen()).last().isIn("closed", "end");
    }

    @Test
    void letsRequestsBeThatAreNoCalls() {
        answer(post("/orders", Map.of()));
        WebClient.builder()
                .exchangeFunction(this::woven)
                .build()
                .post()
                .uri(provider.url() + "/v1/files")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("a text")
                .retrieve()
                .toBodilessEntity()
                .block();

        assertThat(script.seen()).isEmpty();
        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void failsWhereTheApplicationFailsToWriteItsBody() {
        Mono<String> broken = Mono.error(new IllegalStateException("no body"));

        assertThatThrownBy(() -> WebClient.builder()
                        .exchangeFunction(this::woven)
                        .build()
                        .post()
                        .uri(provider.url() + PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(broken, String.class)
                        .retrieve()
                        .toBodilessEntity()
                        .block())
                .isInstanceOf(WebClientRequestException.class)
                .hasRootCauseMessage("no body");
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void failsAsTheClientFails() {
        provider.close();
        script.thenAsWritten();

        assertThatThrownBy(() -> answer(post(PATH, Map.of()))).isInstanceOf(WebClientRequestException.class);
        assertThat(script.seen()).last().asString().startsWith("failed ");
    }
}
