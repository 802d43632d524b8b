// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.FutureDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The seam in one copy of the SDK: what the advice does. What it throws, the advice suppresses. */
final class PipelineSeam {
    /** A quarter of the time that the SDK's HTTP clients wait for a response unless told otherwise, 60 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String sdk;
    private final Gate gate;
    private final Inside inside;
    private final BlockingDriver<HttpRequest, HttpResponse> blocking;
    private final FutureDriver<HttpRequest, HttpResponse> future;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    PipelineSeam(Joint joint) {
        PipelineTypes types = new PipelineTypes(joint.edges());
        this.sdk = joint.instrumentation().name();
        this.gate = joint.gate();
        this.inside = joint.edges().inside();
        this.blocking = new BlockingDriver<>(types, joint.edges());
        this.future = new FutureDriver<>(types, joint.edges());
    }

    /** Before {@code sendSync}. */
    @Nullable
    Object @Nullable [] sendSync(HttpPipeline pipeline, HttpRequest request, @Nullable Context context) {
        Call call = inside.here() ? null : Requests.call(request, gate);
        if (call == null) {
            return null;
        }
        Passage passage = gate.open(call, client(pipeline), null);
        return blocking.enter(passage, request, other -> pipeline.sendSync(other, context), () -> PATIENCE);
    }

    /** After {@code sendSync}. */
    @Nullable
    Object @Nullable [] sentSync(
            @Nullable Object @Nullable [] entered, @Nullable HttpResponse returned, @Nullable Throwable thrown) {
        return blocking.exit(entered, returned, thrown);
    }

    /** What {@code send} is to return, in an array: nothing happens until somebody subscribes. Null to let it run. */
    Object @Nullable [] send(HttpPipeline pipeline, HttpRequest request, @Nullable Context context) {
        Call call = inside.here() ? null : Requests.call(request, gate);
        if (call == null) {
            return null;
        }
        Caller caller = gate.caller();
        return new Object[] {
            Mono.deferContextual(
                    subscriber -> Mono.fromFuture(sent(call, pipeline, request, context, caller, subscriber)))
        };
    }

    private CompletableFuture<HttpResponse> sent(
            Call call,
            HttpPipeline pipeline,
            HttpRequest request,
            @Nullable Context context,
            Caller caller,
            ContextView subscriber) {
        try {
            return future.call(
                    gate.open(call, client(pipeline), caller),
                    request,
                    other -> pipeline.send(other, context)
                            .contextWrite(subscriber)
                            .toFuture(),
                    () -> PATIENCE);
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** The account is put on by the pipeline's policies: each pipeline is one of its own. */
    private Client client(HttpPipeline pipeline) {
        return new Client(sdk, numbers.get(pipeline, any -> last.incrementAndGet()), () -> null);
    }
}
