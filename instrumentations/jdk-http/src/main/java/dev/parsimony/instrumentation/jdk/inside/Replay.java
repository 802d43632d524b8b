// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.exchange.Reply;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/**
 * Tells the application's subscriber a stored body, as the transport would tell one that comes: in buffers that cannot be
 * written to, as many as are asked for.
 *
 * @param subscriber the application's
 */
record Replay(BodySubscriber<?> subscriber) implements Subscriber<ByteBuffer> {
    /**
     * The head of a stored answer.
     *
     * @param statusCode the status
     * @param headers what is kept of the headers
     */
    record Stored(int statusCode, HttpHeaders headers) implements ResponseInfo {
        static Stored of(Reply reply) {
            return new Stored(reply.status(), HttpHeaders.of(reply.headers(), (name, value) -> true));
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    /**
     * The response that the application's handler makes of a stored answer; there when its body is.
     *
     * @param posting the request and the handler
     * @param reply the answer
     */
    static <T> CompletionStage<HttpResponse<T>> of(Posting<T> posting, Reply reply) {
        Stored head = Stored.of(reply);
        BodySubscriber<T> subscriber = posting.handler().apply(head);
        BodyPublishers.ofByteArray(reply.body()).subscribe(new Replay(subscriber));
        return subscriber.getBody().thenApply(body -> new StoredResponse<>(posting.request(), head, body));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        subscriber.onNext(List.of(buffer.asReadOnlyBuffer()));
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
