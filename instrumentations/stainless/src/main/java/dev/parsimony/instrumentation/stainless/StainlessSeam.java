// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static dev.parsimony.instrumentation.stainless.Member.EXECUTE;
import static dev.parsimony.instrumentation.stainless.Member.EXECUTE_ASYNC;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.FutureDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The seam in one copy of the SDK: what the advice around {@code RetryingHttpClient} and {@code PrepareRequest} does. What it
 * throws, the advice suppresses, and the call goes on as if we were not there.
 */
public final class StainlessSeam {
    private final Sdk sdk;
    private final Gate gate;
    private final Requests requests;
    private final Clients clients;
    private final Patience patience;
    private final Inside inside;
    private final BlockingDriver<Object, Object> blocking;
    private final FutureDriver<Object, Object> future;
    private final WeakIdentityMap<Object, Origin> origins = new WeakIdentityMap<>();

    private StainlessSeam(StainlessSdk named, Joint joint) throws ReflectiveOperationException {
        this.sdk = new Sdk(named.prefix(), joint.application());
        this.gate = joint.gate();
        this.inside = joint.edges().inside();
        this.clients = new Clients(named.name());
        StainlessTypes types = new StainlessTypes(sdk, joint.edges());
        this.patience = new Patience(sdk);
        this.requests = new Requests(sdk, types, clients);
        this.blocking = new BlockingDriver<>(types, joint.edges());
        this.future = new FutureDriver<>(types, joint.edges());
    }

    /**
     * The seam at a joint.
     *
     * @param joint where one copy of the SDK and the agent meet
     * @throws ExceptionInInitializerError if the SDK lacks what the fit check found in its class files
     */
    public static StainlessSeam at(Joint joint) {
        try {
            return new StainlessSeam((StainlessSdk) joint.instrumentation(), joint);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    /** Before {@code execute}. */
    public @Nullable Object @Nullable [] execute(Object client, Object request, Object options) throws Throwable {
        Passage passage = open(client, request);
        return passage == null
                ? null
                : blocking.enter(
                        passage,
                        request,
                        other -> sdk.call(EXECUTE, client, other, options),
                        () -> patience.of(options));
    }

    /** After {@code execute}. */
    public @Nullable Object @Nullable [] executed(
            @Nullable Object @Nullable [] entered, @Nullable Object returned, @Nullable Throwable thrown) {
        return blocking.exit(entered, returned, thrown);
    }

    /** Before {@code executeAsync}. */
    @SuppressWarnings("unchecked")
    public @Nullable Object @Nullable [] executeAsync(Object client, Object request, Object options) throws Throwable {
        Passage passage = open(client, request);
        return passage == null
                ? null
                : future.enter(
                        passage,
                        request,
                        other -> (CompletableFuture<Object>) sdk.call(EXECUTE_ASYNC, client, other, options),
                        () -> patience.of(options));
    }

    /** After {@code executeAsync}. */
    @SuppressWarnings("unchecked")
    public @Nullable Object @Nullable [] executedAsync(
            @Nullable Object @Nullable [] entered, @Nullable Object returned, @Nullable Throwable thrown) {
        return future.exit(entered, (CompletableFuture<Object>) returned, thrown);
    }

    /** After {@code prepare}: the request will reach the seam on this very thread. */
    public void prepared(@Nullable Object request, Object options) {
        if (request != null) {
            origins.put(request, new Origin(options, null));
        }
    }

    /** After {@code prepareAsync}: the request will reach the seam on another thread, which knows nothing of its caller. */
    public void preparedAsync(@Nullable Object prepared, Object options) throws Throwable {
        Object request = prepared instanceof CompletableFuture<?> done ? done.getNow(null) : null;
        if (request != null && requests.isWanted(request, options, gate)) {
            origins.put(request, new Origin(options, gate.caller()));
        }
    }

    private @Nullable Passage open(Object client, Object request) throws Throwable {
        Origin origin = origins.remove(request);
        if (inside.here()) {
            return null;
        }
        Object options = origin == null ? null : origin.options();
        Call call = requests.call(request, options, gate);
        return call == null
                ? null
                : gate.open(call, clients.client(client, options), origin == null ? null : origin.caller());
    }
}
