// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBuffers;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Stands before the SDK's handler, which is shown the response of each attempt, and hands everything on. A response that is
 * no success is the SDK's own affair: it may try again, and what its future says in the end counts.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks that do not throw
final class Underway implements TransformingAsyncResponseHandler<Response<Object>> {
    private final TransformingAsyncResponseHandler<Response<Object>> handler;
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();
    private final CompletableFuture<Object> output = new CompletableFuture<>();
    private final Edges edges;
    private volatile @Nullable Opened response;

    Underway(TransformingAsyncResponseHandler<Response<Object>> handler, Edges edges) {
        this.handler = handler;
        this.edges = edges;
    }

    /**
     * The response whose head comes first, or the failure without one. What is done to it, giving up above all, is done to
     * the SDK's future.
     *
     * @param sent what the SDK returned
     */
    CompletableFuture<Opened> of(CompletableFuture<Object> sent) {
        output.whenComplete((any, thrown) -> giveUp(sent, thrown));
        opened.whenComplete((any, thrown) -> giveUp(sent, thrown));
        sent.whenComplete(this::over);
        return opened;
    }

    private static void giveUp(CompletableFuture<Object> sent, @Nullable Throwable thrown) {
        if (thrown instanceof CancellationException) {
            sent.cancel(true);
        } else if (thrown != null) {
            sent.completeExceptionally(thrown);
        }
    }

    private void over(@Nullable Object made, @Nullable Throwable thrown) {
        if (thrown == null) {
            opened.completeExceptionally(new IllegalStateException("no response was seen")); // else it is there already
            end(TappedBuffers::closed);
            output.complete(made);
        } else {
            opened.completeExceptionally(thrown);
            end(body -> body.failed(thrown));
            output.completeExceptionally(thrown);
        }
    }

    private void end(Consumer<TappedBuffers> how) {
        Opened seen = response;
        if (seen != null) {
            how.accept(seen.body());
        }
    }

    @Override
    public CompletableFuture<Response<Object>> prepare() {
        return handler.prepare();
    }

    @Override
    public void onHeaders(SdkHttpResponse head) {
        if (head.isSuccessful() && response == null) {
            Opened first = new Opened(HttpTypes.head(head), output, edges);
            response = first;
            opened.complete(first); // which puts the tap in, unless the SDK has still to return its future
        }
        handler.onHeaders(head);
    }

    @Override
    public void onStream(Publisher<ByteBuffer> publisher) {
        Opened seen = response;
        handler.onStream(seen == null ? publisher : new TappedPublisher(publisher, seen.body()));
    }

    @Override
    public void onError(Throwable thrown) {
        handler.onError(thrown);
    }
}
