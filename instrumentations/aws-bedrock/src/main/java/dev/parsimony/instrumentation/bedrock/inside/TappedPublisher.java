// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.weaving.TappedBuffers;
import java.nio.ByteBuffer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A response's body on its way to the SDK, with a tap in it; demand, order and end are the transport's.
 *
 * @param source the transport's
 * @param body sees the bytes pass
 */
record TappedPublisher(Publisher<ByteBuffer> source, TappedBuffers body) implements Publisher<ByteBuffer> {
    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        source.subscribe(new Passing(subscriber, body));
    }

    private record Passing(Subscriber<? super ByteBuffer> subscriber, TappedBuffers body)
            implements Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long count) {
                    subscription.request(count);
                }

                @Override
                public void cancel() {
                    body.closed();
                    subscription.cancel();
                }
            });
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            subscriber.onNext(body.pass(buffer));
        }

        @Override
        public void onError(Throwable thrown) {
            body.failed(thrown);
            subscriber.onError(thrown);
        }

        @Override
        public void onComplete() {
            body.end();
            subscriber.onComplete();
        }
    }
}
