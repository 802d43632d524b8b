// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.weaving.TappedBuffers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands a body on to the application's subscriber, with a tap in it. What the tap keeps back for good is asked for anew;
 * what it gives back at the end waits until it is asked for, as any other part would.
 *
 * @param <T> what the application's subscriber makes of the body
 */
final class TappedSubscriber<T> implements BodySubscriber<T>, Subscription {
    private final BodySubscriber<T> target;
    private final TappedBuffers body;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicReference<@Nullable ByteBuffer> rest = new AtomicReference<>();
    private volatile @Nullable Subscription source;

    TappedSubscriber(BodySubscriber<T> target, TappedBuffers body) {
        this.target = target;
        this.body = body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        target.onSubscribe(this);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        List<ByteBuffer> passed = new ArrayList<>(buffers.size());
        for (ByteBuffer buffer : buffers) {
            ByteBuffer one = body.pass(buffer);
            if (one.hasRemaining()) {
                passed.add(one.isReadOnly() ? one : one.asReadOnlyBuffer());
            }
        }
        if (passed.isEmpty()) {
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
        rest.set(kept.asReadOnlyBuffer());
        if (wanted.get() > 0) {
            giveRest();
        }
    }

    private void giveRest() {
        ByteBuffer last = rest.getAndSet(null);
        if (last != null) {
            target.onNext(List.of(last));
            target.onComplete();
        }
    }

    @Override
    public CompletionStage<T> getBody() {
        return target.getBody();
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
