// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private final List<String> heard = new ArrayList<>();
    private final Way way = new Way();
    private final Subscription transport = new Subscription() {
        @Override
        public void request(long count) {
            heard.add("asked for " + count);
        }

        @Override
        public void cancel() {
            heard.add("cancelled");
        }
    };

    /** Says what it is told to say, notes what it hears, and keeps every X from the application and a Y till the end. */
    private final class Way implements Passage, Tap {
        private Next next = new Next.Send(call(), true);
        private Next arrived = new Next.Deliver(this);

        @Override
        public Next next() {
            return next;
        }

        @Override
        public Scope enter() {
            return Scope.none();
        }

        @Override
        public void fellBack() {
            heard.add("fell back");
        }

        @Override
        public Next arrived(Head head) {
            heard.add("arrived " + head.status());
            return arrived;
        }

        @Override
        public void failed(Throwable cause) {
            heard.add("failed " + cause.getMessage());
        }

        @Override
        public Chunk pass(Chunk chunk) {
            String text = new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8);
            String kept = text.replace("X", "").replace("Y", "");
            return kept.equals(text) ? chunk : Chunk.of(kept.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Chunk end() {
            heard.add("end");
            return Chunk.of("Y".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void closed() {
            heard.add("closed");
        }

        @Override
        public void abandoned() {
            heard.add("abandoned");
        }
    }

    /**
     * A response's head.
     *
     * @param statusCode the status
     * @param headers the headers
     */
    private record Answered(int statusCode, HttpHeaders headers) implements ResponseInfo {
        static Answered ok() {
            return with(200, Map.of());
        }

        static Answered with(int status, Map<String, List<String>> headers) {
            return new Answered(status, HttpHeaders.of(headers, (name, value) -> true));
        }

        @Override
        public java.net.http.HttpClient.Version version() {
            return java.net.http.HttpClient.Version.HTTP_2;
        }
    }

    @Test
    void tellsThePassageOfAResponseAsItsHeadComesAndTheDriverAfterwards() {
        Reception<String> reception = reception();
        BodySubscriber<String> subscriber = reception.apply(Answered.ok());
        assertThat(heard).containsExactly("arrived 200");

        subscriber.onSubscribe(transport);
        subscriber.onNext(buffers("one ", "two"));
        subscriber.onComplete();

        assertThat(subscriber.getBody().toCompletableFuture()).isCompletedWithValue("one twoY");
        assertThat(reception.arrived(head())).isEqualTo(new Next.Deliver(Tap.open()));
        assertThat(heard).containsOnlyOnce("arrived 200").contains("end");
    }

    @Test
    void keepsAResponseFromTheApplicationThatIsToBeSentAgain() {
        Next again = new Next.Send(call(), true);
        way.arrived = again;
        BodyHandler<String> unasked = head -> {
            throw new AssertionError("asked");
        };
        Reception<String> reception = new Reception<>(way, unasked, edges());

        BodySubscriber<String> nobody = reception.apply(Answered.with(400, Map.of()));
        nobody.onSubscribe(transport);
        nobody.onComplete();

        assertThat(nobody.getBody().toCompletableFuture()).isCompletedWithValue(null);
        assertThat(reception.arrived(head())).isSameAs(again);
    }

    @Test
    void readsTheSecondResponseAsTheFirst() {
        way.arrived = new Next.Send(call(), true);
        Reception<String> reception = reception();
        reception.apply(Answered.with(400, Map.of()));
        reception.arrived(head());
        way.arrived = new Next.Deliver(way);

        reception.apply(Answered.ok());

        assertThat(heard).containsExactly("arrived 400", "arrived 200");
        assertThat(reception.arrived(head())).isEqualTo(new Next.Deliver(Tap.open()));
    }

    @Test
    void asksAnewForWhatIsKeptFromTheApplication() {
        BodySubscriber<String> subscriber = reception().apply(Answered.ok());
        subscriber.onSubscribe(transport);

        subscriber.onNext(buffers("X", "X"));

        assertThat(heard).endsWith("asked for 1");
    }

    @Test
    void givesTheRestOnlyWhenItIsAskedFor() {
        Slow slow = new Slow();
        BodySubscriber<String> subscriber = new Reception<>(way, head -> slow, edges()).apply(Answered.ok());
        subscriber.onSubscribe(transport);
        slow.ask();
        subscriber.onNext(buffers("one"));

        subscriber.onComplete();
        assertThat(slow.got).containsExactly("one");
        slow.ask();

        assertThat(slow.got).containsExactly("one", "Y", "end");
    }

    @Test
    void leavesAnEncodedBodyToTheApplication() {
        BodySubscriber<String> subscriber =
                reception().apply(Answered.with(200, Map.of("Content-Encoding", List.of("gzip"))));
        subscriber.onSubscribe(transport);
        subscriber.onNext(buffers("XY"));
        subscriber.onComplete();

        assertThat(subscriber.getBody().toCompletableFuture()).isCompletedWithValue("XY");
        assertThat(heard).contains("closed").doesNotContain("end");
    }

    @Test
    void tellsOnceThatABodyBrokeOff() {
        Reception<String> reception = reception();
        BodySubscriber<String> subscriber = reception.apply(Answered.ok());
        subscriber.onSubscribe(transport);

        subscriber.onError(new IOException("reset"));
        reception.failed(new IOException("wrapped"));

        assertThat(subscriber.getBody().toCompletableFuture()).isCompletedExceptionally();
        assertThat(heard).containsOnlyOnce("failed reset").doesNotContain("failed wrapped");
    }

    @Test
    void tellsThePassageOfAFailureBeforeAnyResponse() {
        reception().failed(new IOException("refused"));

        assertThat(heard).containsExactly("failed refused");
    }

    @Test
    void tellsThatTheApplicationWantsNoMore() {
        Slow slow = new Slow();
        BodySubscriber<String> subscriber = new Reception<>(way, head -> slow, edges()).apply(Answered.ok());
        subscriber.onSubscribe(transport);

        slow.cancel();

        assertThat(heard).contains("closed", "cancelled");
    }

    @Test
    void letsTheApplicationsHandlerThrow() {
        Reception<String> reception = new Reception<>(
                way,
                head -> {
                    throw new IllegalStateException("unexpected " + head.statusCode());
                },
                edges());

        assertThatThrownBy(() -> reception.apply(Answered.ok())).hasMessage("unexpected 200");
        reception.failed(new IllegalStateException("unexpected 200"));

        assertThat(heard).containsExactly("arrived 200", "failed unexpected 200");
    }

    @Test
    void handsEverythingOverOnceThePassageIsOver() {
        way.next = new Next.Answer(new Reply(200, Map.of(), new byte[0]));
        Reception<String> reception = reception();
        reception.next();

        BodySubscriber<String> subscriber = reception.apply(Answered.ok());
        subscriber.onSubscribe(transport);
        subscriber.onNext(buffers("XY"));
        subscriber.onComplete();

        assertThat(subscriber.getBody().toCompletableFuture()).isCompletedWithValue("XY");
        assertThat(heard).doesNotContain("arrived 200", "end");
    }

    /** Asks when it is told to. */
    private static final class Slow implements BodySubscriber<String> {
        private final List<String> got = new ArrayList<>();
        private Subscription subscription;

        void ask() {
            subscription.request(1);
        }

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            buffers.forEach(
                    buffer -> got.add(StandardCharsets.UTF_8.decode(buffer).toString()));
        }

        @Override
        public void onError(Throwable cause) {
            got.add("error");
        }

        @Override
        public void onComplete() {
            got.add("end");
        }

        @Override
        public java.util.concurrent.CompletionStage<String> getBody() {
            return new java.util.concurrent.CompletableFuture<>();
        }
    }

    private Reception<String> reception() {
        return new Reception<>(way, BodyHandlers.ofString(), edges());
    }

    private static Edges edges() {
        return new Edges(Log.silent());
    }

    private static Head head() {
        return new Head(200, Headers.none());
    }

    private static List<ByteBuffer> buffers(String... texts) {
        List<ByteBuffer> buffers = new ArrayList<>();
        for (String text : texts) {
            buffers.add(StandardCharsets.UTF_8.encode(text).asReadOnlyBuffer());
        }
        return buffers;
    }

    private static Call call() {
        return new Call("POST", dev.parsimony.exchange.Address.unknown(), "/v1/chat", "", Headers.none(), new byte[0]);
    }
}
