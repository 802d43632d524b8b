// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.Advised;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.FutureDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.http.ExecutionContext;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.internal.http.AmazonAsyncHttpClient;
import software.amazon.awssdk.core.internal.http.AmazonSyncHttpClient;
import software.amazon.awssdk.core.internal.http.TransformingAsyncResponseHandler;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** The seam in one copy of the SDK: what the advice does. What it throws, the advice suppresses. */
final class BedrockSeam {
    /** A quarter of the time that the SDK's HTTP clients wait for a response unless told otherwise, 30 s. */
    private static final Duration PATIENCE = Duration.ofMillis(7500);

    private final Gate gate;
    private final Accounts accounts;
    private final Inside inside;
    private final Edges edges;
    private final BlockingDriver<
                    Execution<AmazonSyncHttpClient.RequestExecutionBuilder, HttpResponseHandler<Response<Object>>>,
                    Heard>
            blocking;
    private final FutureDriver<
                    Execution<
                            AmazonAsyncHttpClient.RequestExecutionBuilder,
                            TransformingAsyncResponseHandler<Response<Object>>>,
                    Opened>
            future;

    BedrockSeam(Joint joint) {
        this.gate = joint.gate();
        this.edges = joint.edges();
        this.inside = edges.inside();
        this.accounts = new Accounts(joint.instrumentation().name());
        this.blocking = new BlockingDriver<>(new SyncTypes(), edges);
        this.future = new FutureDriver<>(new AsyncTypes(edges), edges);
    }

    /** Before {@code execute} of a blocking client. */
    @SuppressWarnings("unchecked") // the handlers' types say more than the JVM knows of
    @Nullable
    Object @Nullable [] execute(Object builder, Object handler, Object request, Object context) throws IOException {
        var call = new Execution<AmazonSyncHttpClient.RequestExecutionBuilder, HttpResponseHandler<Response<Object>>>(
                (AmazonSyncHttpClient.RequestExecutionBuilder) builder,
                (HttpResponseHandler<Response<Object>>) handler,
                (SdkHttpFullRequest) request,
                (ExecutionContext) context);
        Passage passage = open(call);
        if (passage == null) {
            return null;
        }
        @Nullable Object[] entered = blocking.enter(passage, call, BedrockSeam::send, () -> PATIENCE);
        return sending(entered, call, new Hearing(call.handler()));
    }

    private static Heard send(
            Execution<AmazonSyncHttpClient.RequestExecutionBuilder, HttpResponseHandler<Response<Object>>> call) {
        Hearing hearing = new Hearing(call.handler());
        return hearing.heard(call.builder().request(call.request()).execute(hearing));
    }

    private static @Nullable Object @Nullable [] sending(
            @Nullable Object @Nullable [] entered, Execution<?, ?> call, Object handler) {
        if (entered != null
                && entered[Advised.ANSWER] == null
                && entered[Advised.REQUEST] instanceof Execution<?, ?> sent
                && sent.request() != call.request()) {
            put(sent);
        }
        return Advised.with(entered, handler);
    }

    private static void put(Execution<?, ?> sent) {
        if (sent.builder() instanceof AmazonSyncHttpClient.RequestExecutionBuilder sync) {
            sync.request(sent.request());
        } else if (sent.builder() instanceof AmazonAsyncHttpClient.RequestExecutionBuilder async) {
            async.request(sent.request());
        }
    }

    /** After {@code execute} of a blocking client. */
    @Nullable
    Object @Nullable [] executed(@Nullable Object[] entered, @Nullable Object returned, @Nullable Throwable thrown) {
        Heard heard =
                returned != null && entered[Advised.MORE] instanceof Hearing hearing ? hearing.heard(returned) : null;
        @Nullable Object[] left = blocking.exit(entered, heard, thrown);
        if (left != null && left[Advised.RETURNED] instanceof Heard last) {
            left[Advised.RETURNED] = last.output();
        }
        return left;
    }

    /** Before {@code execute} of a client that returns futures. */
    @SuppressWarnings("unchecked") // the same
    @Nullable
    Object @Nullable [] executeAsync(Object builder, Object handler, Object request, Object context)
            throws IOException {
        var call = new Execution<
                AmazonAsyncHttpClient.RequestExecutionBuilder, TransformingAsyncResponseHandler<Response<Object>>>(
                (AmazonAsyncHttpClient.RequestExecutionBuilder) builder,
                (TransformingAsyncResponseHandler<Response<Object>>) handler,
                (SdkHttpFullRequest) request,
                (ExecutionContext) context);
        Passage passage = open(call);
        if (passage == null) {
            return null;
        }
        @Nullable Object[] entered = future.enter(passage, call, this::sendAsync, () -> PATIENCE);
        return sending(entered, call, new Underway(call.handler(), edges));
    }

    private CompletableFuture<Opened> sendAsync(
            Execution<AmazonAsyncHttpClient.RequestExecutionBuilder, TransformingAsyncResponseHandler<Response<Object>>>
                    call) {
        Underway underway = new Underway(call.handler(), edges);
        return underway.of(call.builder().request(call.request()).execute(underway));
    }

    /** After {@code execute} of a client that returns futures. */
    @Nullable
    @SuppressWarnings("unchecked")
    Object @Nullable [] executedAsync(
            @Nullable Object[] entered, @Nullable Object returned, @Nullable Throwable thrown) {
        CompletableFuture<Opened> opened = returned != null && entered[Advised.MORE] instanceof Underway underway
                ? underway.of((CompletableFuture<Object>) returned)
                : null;
        @Nullable Object[] left = future.exit(entered, opened, thrown);
        if (left != null && left[Advised.RETURNED] instanceof CompletableFuture<?> landing) {
            left[Advised.RETURNED] = Outcome.of((CompletableFuture<Opened>) landing);
        }
        return left;
    }

    private @Nullable Passage open(Execution<?, ?> execution) throws IOException {
        if (inside.here()) {
            return null;
        }
        Call call = HttpTypes.call(execution.request(), gate);
        return call == null ? null : gate.open(call, accounts.client(execution.context()), null);
    }
}
