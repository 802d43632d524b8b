// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.weaving.TappedBuffers;
import java.nio.ByteBuffer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A response's body on its way to the SDK, with a tap in it; demand, order and end are the transport's.
 *
 * @param source the transport's
 * @param body sees the bytes pass
 */
record TappedPublisher(Publisher<ByteBuffer> source, TappedBuffers body) implements Publisher<ByteBuffer> {
    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        source.subscribe(new TappedSubscriber(subscriber, body));
    }
}
