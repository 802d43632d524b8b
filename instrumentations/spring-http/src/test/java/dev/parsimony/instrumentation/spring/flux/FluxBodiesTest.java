// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parsimony.instrumentation.spring.SpringWeb;
import dev.parsimony.instrumentation.spring.http.Provider;
import dev.parsimony.testkit.Script;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeFunctions;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies that are not surely small and JSON; whoever keeps one of these back to read it whole waits forever. */
@Timeout(60)
class FluxBodiesTest {
    private static final int MEGABYTE = 1 << 20;

    private final Script script = new Script(new SpringWeb(), "/v1/");
    private final FluxSeam seam = new FluxSeam(script.joint());
    private final ClientHttpConnector connector = new JdkClientHttpConnector();
    private final ExchangeStrategies strategies = ExchangeStrategies.withDefaults();
    private final ExchangeFunction bare = ExchangeFunctions.create(connector, strategies);
    private final AtomicInteger subscribed = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Provider provider;

    FluxBodiesTest() throws IOException {
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
        return entered == null ? bare.exchange(request) : (Mono<ClientResponse>) entered[0];
    }

    private ClientRequest.Builder post(BodyInserter<?, ? super ClientHttpRequest> body) {
        return ClientRequest.create(HttpMethod.POST, URI.create(provider.url() + "/v1/chat"))
                .body(body);
    }

    private static ClientRequest.Builder json(ClientRequest.Builder request) {
        return request.headers(headers -> headers.setContentType(MediaType.APPLICATION_JSON));
    }

    private String send(ClientRequest.Builder request) {
        return Objects.requireNonNull(woven(request.build())
                .flatMap(response -> response.bodyToMono(String.class))
                .block());
    }

    /** Ends once the server has got its beginning, and can be subscribed to once. */
    private Flux<String> endless(Flux<String> beginning) {
        return Flux.defer(() -> subscribed.incrementAndGet() > 1
                ? Flux.error(new IllegalStateException("allows only a single subscriber"))
                : beginning.concatWith(Mono.fromFuture(provider.begins()).thenReturn("end")));
    }

    private BodyInserter<?, ? super ClientHttpRequest> text(Flux<String> body) {
        return BodyInserters.fromPublisher(body, String.class);
    }

    @Test
    void sendsABodyThatIsNoJsonWhileItIsWritten() {
        assertThat(send(post(text(endless(Flux.just("begin ")))))).isEqualTo("word");
        assertThat(provider.received()).containsExactly("/v1/chat text/plain;charset=UTF-8  begin end");
        assertThat(script.seen()).isEmpty();
        assertThat(subscribed).hasValue(1);
    }

    @Test
    void sendsAPartOfABodyWhileItIsWritten() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.asyncPart("file", endless(Flux.just("begin ")), String.class);

        send(post(BodyInserters.fromMultipartData(parts.build())));

        assertThat(provider.received()).first().asString().contains("multipart/form-data;boundary=", "begin end");
        assertThat(script.seen()).isEmpty();
        assertThat(subscribed).hasValue(1);
    }

    @Test
    void sendsEventsWhileTheyAreWritten() {
        MediaType lines = MediaType.APPLICATION_NDJSON;
        Flux<Map<String, String>> body = endless(Flux.just("begin")).map(line -> Map.of("line", line));

        send(post((output, context) -> {
            output.getHeaders().setContentType(lines);
            return BodyInserters.fromProducer(body, Map.class).insert(output, context);
        }));

        assertThat(provider.received()).first().asString().endsWith("{\"line\":\"begin\"}\n{\"line\":\"end\"}\n");
    }

    @Test
    void sendsJsonThatDoesNotEndSoonWhileItIsWritten() {
        send(json(post(text(endless(Flux.just("{", "begin "))))));

        assertThat(provider.received()).first().asString().endsWith("{begin end");
        assertThat(script.seen()).isEmpty();
        assertThat(subscribed).hasValue(1);
    }

    @Test
    void sendsJsonAboveTheLimitAsItIsAskedFor() {
        AtomicInteger written = new AtomicInteger();
        String piece = "x".repeat(MEGABYTE);
        Flux<String> pieces = Flux.range(0, 80).map(any -> piece).doOnNext(any -> written.incrementAndGet());
        CompletableFuture<Integer> before = provider.begins().thenApply(any -> written.get());

        send(json(post(text(endless(pieces)))));

        assertThat(provider.received().get(0)).endsWith("xend").hasSizeGreaterThan(80 * MEGABYTE);
        assertThat(before.join()).isBetween(33, 79);
        assertThat(script.seen()).isEmpty();
        assertThat(subscribed).hasValue(1);
    }

    @Test
    void seesJsonOfWhichTheWriterSaysSo() {
        script.thenAsWritten();

        send(post(BodyInserters.fromValue(Map.of("model", "m"))));

        assertThat(script.seen()).first().isEqualTo("call /v1/chat {\"model\":\"m\"}");
    }

    @Test
    void seesJsonThatComesInPieces() {
        script.thenAsWritten();

        send(json(post(text(Flux.just("{\"model\":", "\"m\"}")))));

        assertThat(script.seen()).first().isEqualTo("call /v1/chat {\"model\":\"m\"}");
    }

    @Test
    void failsAsABodyFailsInItsMidst() {
        IllegalStateException failure = new IllegalStateException("broken");
        Flux<String> body = Flux.defer(() -> {
            subscribed.incrementAndGet();
            return Flux.just("{\"model\":").concatWith(Mono.error(failure));
        });

        Throwable thrown = catchThrowable(() -> send(json(post(text(body)))));

        assertThat(subscribed).hasValue(1);
        Throwable without = catchThrowable(
                () -> bare.exchange(json(post(text(body))).build()).block());
        assertThat(thrown).hasSameClassAs(without).hasMessage(without.getMessage());
        assertThat(NestedExceptionUtils.getRootCause(thrown)).isSameAs(failure);
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void asksABodyThatCannotBeWrittenOnlyOnce() {
        IllegalStateException failure = new IllegalStateException("broken");
        Mono<String> body = Mono.defer(() -> {
            subscribed.incrementAndGet();
            return Mono.error(failure);
        });

        Throwable thrown = catchThrowable(() -> send(post(BodyInserters.fromPublisher(body, String.class))));

        assertThat(NestedExceptionUtils.getRootCause(thrown)).isSameAs(failure);
        assertThat(subscribed).hasValue(1);
    }

    @Test
    void givesUpABodyWhereNothingIsSent() {
        Flux<String> body = Flux.just("{").concatWith(Flux.never()).doOnCancel(cancelled::incrementAndGet);
        ExchangeFunction unreachable = request -> Mono.error(new IOException("no route"));
        Object[] entered = seam.exchange(unreachable, json(post(text(body))).build(), connector, strategies);

        Throwable thrown = catchThrowable(() -> ((Mono<?>) Objects.requireNonNull(entered)[0]).block());

        assertThat(NestedExceptionUtils.getRootCause(thrown)).hasMessage("no route");
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void givesUpABodyWithWhoWaitsForTheAnswer() {
        Flux<String> body = Flux.<String>never().doOnCancel(cancelled::incrementAndGet);

        woven(json(post(text(body))).build()).subscribe().dispose();

        assertThat(cancelled).hasValue(1);
    }

    @Test
    void writesABodyAnewForAClientThatSendsAnew() {
        ExchangeFunction twice = request -> bare.exchange(request).then(bare.exchange(request));
        Object[] entered =
                seam.exchange(twice, post(text(Flux.just("a ", "text"))).build(), connector, strategies);

        ((Mono<?>) Objects.requireNonNull(entered)[0]).block();

        assertThat(provider.received()).hasSize(2).allMatch(text -> text.endsWith(" a text"));
    }

    @Test
    void sendsARequestWithoutABody() {
        send(post(BodyInserters.empty()));

        assertThat(provider.received()).containsExactly("/v1/chat null  ");
    }

    @Test
    void setsTheHeadersThatTheWriterChanges() {
        BodyInserter<?, ClientHttpRequest> body = (output, context) -> {
            output.getHeaders().set("x-api-key", "changed");
            return text(Flux.just("text")).insert(output, context);
        };

        send(post(body).header("x-api-key", "key"));

        assertThat(provider.received()).containsExactly("/v1/chat text/plain;charset=UTF-8 changed text");
    }
}
