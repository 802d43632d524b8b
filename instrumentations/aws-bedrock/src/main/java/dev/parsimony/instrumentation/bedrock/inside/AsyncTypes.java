// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Seam;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.internal.http.AmazonAsyncHttpClient.RequestExecutionBuilder;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Our nouns in the types of a client that returns futures, streamed or not. */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks that do not throw
final class AsyncTypes
        implements Seam<
                Execution<RequestExecutionBuilder, TransformingAsyncResponseHandler<Response<Object>>>, Opened> {
    private final Edges edges;

    AsyncTypes(Edges edges) {
        this.edges = edges;
    }

    @Override
    public Execution<RequestExecutionBuilder, TransformingAsyncResponseHandler<Response<Object>>> request(
            Execution<RequestExecutionBuilder, TransformingAsyncResponseHandler<Response<Object>>> original,
            Call call) {
        return original.with(HttpTypes.request(original.request(), call));
    }

    /** As a transport would: first the future, then the head, then the body. */
    @Override
    public Opened answer(
            Execution<RequestExecutionBuilder, TransformingAsyncResponseHandler<Response<Object>>> original,
            Reply reply) {
        TransformingAsyncResponseHandler<Response<Object>> handler = original.handler();
        CompletableFuture<Object> output = new CompletableFuture<>();
        SdkHttpFullResponse response = HttpTypes.response(reply);
        handler.prepare().whenComplete((made, thrown) -> {
            if (thrown != null) {
                output.completeExceptionally(thrown);
            } else {
                orFail(output, () -> {
                    original.finished(made.response());
                    output.complete(made.response());
                });
            }
        });
        original.arrived(response);
        handler.onHeaders(response);
        Opened opened = new Opened(HttpTypes.head(response), output, edges);
        Runnable body = () -> handler.onStream(AsyncRequestBody.fromBytes(reply.body()));
        tell(() -> orFail(output, body), opened.head().isEventStream());
        return opened;
    }

    /** What an interceptor of the application's throws fails the call, as it would have failed one that was sent. */
    private static void orFail(CompletableFuture<Object> output, Runnable work) {
        try {
            work.run();
        } catch (Throwable thrown) {
            output.completeExceptionally(thrown);
        }
    }

    /** Events are heard on another thread, since a caller does not expect to hear them before its call has returned. */
    private void tell(Runnable body, boolean events) {
        if (events) {
            edges.elsewhere().execute(body);
        } else {
            body.run();
        }
    }

    @Override
    public Head head(Opened response) {
        return response.head();
    }

    @Override
    public Opened tapped(Opened response, Tap tap) {
        response.tap(tap);
        return response;
    }

    @Override
    public Optional<Reply> refusal(Throwable thrown) {
        return HttpTypes.refusal(thrown);
    }

    @Override
    public void close(Opened response) {
        response.output().cancel(true);
    }
}
