// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Reply;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdkTypesTest {
    private static final String TEXT = "data: one\n\ndata: two\n\n";

    private final JdkTypes types = new JdkTypes();
    private final HttpRequest written = HttpRequest.newBuilder(URI.create("https://llm/v1/models/a%2Fb:ask?key=k%20k"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(7))
            .POST(BodyPublishers.ofString("{}"))
            .build();
    private final Reply reply = new Reply(
            203,
            Map.of("content-type", List.of("text/event-stream"), "x-parsimony-cache", List.of("hit")),
            TEXT.getBytes(StandardCharsets.UTF_8));

    @Test
    void putsOtherBytesIntoARequestAndLeavesTheRest() {
        Posting<?> changed = types.request(new Posting<>(written, BodyHandlers.ofString()), call("[1]", path()));

        byte[] body = Written.all(changed.request().bodyPublisher().orElseThrow(), 100);
        assertThat(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8))
                .isEqualTo("[1]");
        assertThat(changed.request().uri()).isEqualTo(written.uri());
        assertThat(changed.request().headers()).isEqualTo(written.headers());
        assertThat(changed.request().timeout()).isEqualTo(written.timeout());
        assertThat(changed.request().method()).isEqualTo("POST");
    }

    @Test
    void sendsToAnotherPathWhereOneIsWanted() {
        Posting<?> changed =
                types.request(new Posting<>(written, BodyHandlers.ofString()), call("{}", "/v1/models/c:ask"));

        assertThat(changed.request().uri()).isEqualTo(URI.create("https://llm/v1/models/c:ask?key=k%20k"));
    }

    @Test
    void changesNothingThatIsSigned() {
        HttpRequest signed = HttpRequest.newBuilder(written, (name, value) -> true)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=x")
                .build();

        assertThatThrownBy(() -> types.request(new Posting<>(signed, BodyHandlers.ofString()), call("[1]", path())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersByWhicheverHandlerTheApplicationHas() throws Throwable {
        assertThat(answer(BodyHandlers.ofString()).body()).isEqualTo(TEXT);
        assertThat((byte[]) answer(BodyHandlers.ofByteArray()).body()).isEqualTo(reply.body());
        try (InputStream body =
                (InputStream) answer(BodyHandlers.ofInputStream()).body()) {
            assertThat(body).hasContent(TEXT);
        }
        assertThat(((Stream<?>) answer(BodyHandlers.ofLines()).body()).map(Object::toString))
                .containsExactly("data: one", "", "data: two", "");
        assertThat(answer(BodyHandlers.discarding()).body()).isNull();
        assertThat(answer(head -> BodySubscribers.mapping(
                                BodySubscribers.ofByteArray(), bytes -> bytes.length + head.statusCode()))
                        .body())
                .isEqualTo(TEXT.length() + 203);
    }

    @Test
    void answersWithTheHeadThatIsKept() throws Throwable {
        HttpResponse<?> response = answer(BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(203);
        assertThat(response.headers().firstValue("X-Parsimony-Cache")).contains("hit");
        assertThat(response.request()).isSameAs(written);
        assertThat(response.uri()).isEqualTo(written.uri());
        assertThat(response.previousResponse()).isEmpty();
        assertThat(response.sslSession()).isEmpty();
        assertThat(response).hasToString("(POST " + written.uri() + ") 203");
        assertThat(types.head(response).isEventStream()).isTrue();
    }

    @Test
    void throwsWhatTheHandlerThrowsSoThatTheCallIsMade() {
        assertThatThrownBy(() -> answer(head ->
                        BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), Integer::parseInt)))
                .isInstanceOf(NumberFormatException.class);
    }

    @Test
    void givesNoMoreThanIsAskedFor() {
        CompletableFuture<Subscription> asker = new CompletableFuture<>();
        StringBuilder heard = new StringBuilder();
        BodyHandler<Void> patient = BodyHandlers.fromSubscriber(new Flow.Subscriber<List<ByteBuffer>>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                asker.complete(subscription);
            }

            @Override
            public void onNext(List<ByteBuffer> buffers) {
                buffers.forEach(buffer -> heard.append(StandardCharsets.UTF_8.decode(buffer)));
            }

            @Override
            public void onError(Throwable cause) {
                heard.append(cause);
            }

            @Override
            public void onComplete() {
                heard.append("end");
            }
        });

        types.answered(new Posting<>(written, patient), reply);
        assertThat(heard).isEmpty();
        asker.join().request(1);

        assertThat(heard).hasToString(TEXT + "end");
    }

    @Test
    void givesBackTheThreadThatIsWantedWhileAHandlerTakesItsTime() {
        BodyHandler<String> never = head -> BodySubscribers.fromSubscriber(
                new Flow.Subscriber<List<ByteBuffer>>() {
                    @Override
                    public void onSubscribe(Subscription subscription) {}

                    @Override
                    public void onNext(List<ByteBuffer> buffers) {}

                    @Override
                    public void onError(Throwable cause) {}

                    @Override
                    public void onComplete() {}
                },
                any -> "never");
        BodyHandler<String> late = head -> new Late(never.apply(head));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> types.answer(new Posting<>(written, late), reply))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /**
     * Its body is never there.
     *
     * @param subscriber hears what it hears
     */
    private record Late(HttpResponse.BodySubscriber<String> subscriber) implements HttpResponse.BodySubscriber<String> {
        @Override
        public java.util.concurrent.CompletionStage<String> getBody() {
            return new CompletableFuture<>();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable cause) {
            subscriber.onError(cause);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }

    private HttpResponse<?> answer(BodyHandler<?> handler) throws Throwable {
        return types.answer(new Posting<>(written, handler), reply);
    }

    private String path() {
        return Requests.path(written.uri());
    }

    private Call call(String body, String path) {
        return new Call(
                "POST",
                new Address("https", "llm", -1),
                path,
                "",
                Requests.look(written.headers()),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
