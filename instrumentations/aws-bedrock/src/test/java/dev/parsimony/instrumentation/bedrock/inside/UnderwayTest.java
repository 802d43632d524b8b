// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Log;
import dev.parsimony.weaving.Edges;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

class UnderwayTest {
    private static final SdkHttpFullResponse OK =
            SdkHttpFullResponse.builder().statusCode(200).build();

    private final List<String> seen = new ArrayList<>();
    private final CompletableFuture<Object> sent = new CompletableFuture<>();
    private final Underway underway = new Underway(new Sdk(), new Edges(Log.silent()));

    @Test
    void showsTheTapAResponseThatComesAfterTheFuture() {
        var tapped = underway.of(sent).thenAccept(opened -> opened.tap(new Listening(seen)));
        respond();

        assertThat(tapped).isCompleted();
        assertThat(seen).containsExactly("an answer", "end");
    }

    @Test
    void showsTheTapAResponseThatWasThereBeforeTheSdkReturnedItsFuture() {
        respond();
        var tapped = underway.of(sent).thenAccept(opened -> opened.tap(new Listening(seen)));

        assertThat(tapped).isCompleted();
        assertThat(seen).containsExactly("an answer", "end");
    }

    @Test
    void handsOnWhatTheSdkMadeOfTheResponse() {
        respond();

        assertThat(underway.of(sent).thenCompose(Opened::output)).isCompletedWithValue("made");
    }

    private void respond() {
        underway.onHeaders(OK);
        underway.onStream(AsyncRequestBody.fromString("an answer"));
        sent.complete("made");
    }

    /** Reads all that comes. */
    private static final class Sdk
            implements TransformingAsyncResponseHandler<Response<Object>>, Subscriber<ByteBuffer> {
        @Override
        public CompletableFuture<Response<Object>> prepare() {
            return new CompletableFuture<>();
        }

        @Override
        public void onHeaders(SdkHttpResponse head) {
            assertThat(head).isSameAs(OK);
        }

        @Override
        public void onStream(Publisher<ByteBuffer> body) {
            body.subscribe(this);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            assertThat(StandardCharsets.UTF_8.decode(part.duplicate()).toString())
                    .isEqualTo("an answer");
        }

        @Override
        public void onError(Throwable thrown) {
            throw new AssertionError(thrown);
        }

        @Override
        public void onComplete() {
            // the future tells it
        }
    }
}
