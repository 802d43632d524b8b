// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.weaving.TappedBuffers;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Hands a body on to the SDK's subscriber, with a tap in it. What the tap keeps back for good is asked for anew; what it gives
 * back at the end waits until it is asked for, as any other part would.
 */
final class TappedSubscriber implements Subscriber<ByteBuffer>, Subscription {
    private final Subscriber<? super ByteBuffer> target;
    private final TappedBuffers body;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicReference<@Nullable ByteBuffer> rest = new AtomicReference<>();
    private volatile @Nullable Subscription source;

    TappedSubscriber(Subscriber<? super ByteBuffer> target, TappedBuffers body) {
        this.target = target;
        this.body = body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        target.onSubscribe(this);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        ByteBuffer passed = body.pass(buffer);
        if (buffer.hasRemaining() && !passed.hasRemaining()) {
            ask(1);
        } else {
            wanted.updateAndGet(n -> n == Long.MAX_VALUE ? n : n - 1);
            target.onNext(passed);
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.failed(cause);
        target.onError(cause);
    }

    @Override
    public void onComplete() {
        ByteBuffer kept = body.end();
        if (!kept.hasRemaining()) {
            target.onComplete();
            return;
        }
        rest.set(kept);
        if (wanted.get() > 0) {
            giveRest();
        }
    }

    private void giveRest() {
        ByteBuffer last = rest.getAndSet(null);
        if (last != null) {
            target.onNext(last);
            target.onComplete();
        }
    }

    @Override
    public void request(long count) {
        wanted.updateAndGet(n -> n + count < n ? Long.MAX_VALUE : n + count);
        if (rest.get() == null) {
            ask(count);
        } else {
            giveRest();
        }
    }

    /** After an end that was held back there may be nobody to ask; then the end itself gives what is left. */
    private void ask(long count) {
        Subscription asked = source;
        if (asked != null) {
            asked.request(count);
        }
    }

    @Override
    public void cancel() {
        body.closed();
        Subscription cancelled = source;
        if (cancelled != null) {
            cancelled.cancel();
        }
    }
}
