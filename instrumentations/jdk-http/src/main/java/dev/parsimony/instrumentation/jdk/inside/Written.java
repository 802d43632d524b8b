// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes in a request's body, of a publisher that has it there at once. */
final class Written implements Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream bytes;
    private boolean whole;

    private Written(int length) {
        this.bytes = new ByteArrayOutputStream(length);
    }

    /**
     * All of a body.
     *
     * @param most in bytes
     * @return null if it is empty, longer, or not as long as it says
     */
    static byte @Nullable [] all(BodyPublisher body, long most) {
        long length = body.contentLength();
        if (length <= 0 || length > most) {
            return null;
        }
        Written written = new Written((int) length);
        body.subscribe(written);
        return written.whole && written.bytes.size() == length ? written.bytes.toByteArray() : null;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.write(part, 0, part.length);
    }

    @Override
    public void onError(Throwable cause) {
        whole = false; // the client will say so
    }

    @Override
    public void onComplete() {
        whole = true;
    }
}
