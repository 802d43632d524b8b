// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import com.google.genai.types.HttpOptions;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.Advised;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.FutureDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The seam: what the advice around {@code HttpApiClient} does. What it throws, the advice suppresses. */
final class ClientSeam {
    private static final int SHARE = 4;

    /** As long as the clients of other SDKs have it unless told otherwise; this one knows no timeout by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Sdk sdk;
    private final Gate gate;
    private final HttpTypes types;
    private final Inside inside;
    private final BlockingDriver<Ask, Object> blocking;
    private final FutureDriver<Ask, Object> future;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    private ClientSeam(Joint joint) throws ReflectiveOperationException {
        this.name = joint.instrumentation().name();
        this.sdk = new Sdk(joint.application());
        this.gate = joint.gate();
        this.types = new HttpTypes(sdk, joint.edges());
        this.inside = joint.edges().inside();
        this.blocking = new BlockingDriver<>(types, joint.edges());
        this.future = new FutureDriver<>(types, joint.edges());
    }

    /**
     * The seam at a joint.
     *
     * @throws ExceptionInInitializerError if the SDK lacks what the fit check found in its class files
     */
    static ClientSeam at(Joint joint) {
        try {
            return new ClientSeam(joint);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    /** Before {@code request}. */
    @Nullable
    Object @Nullable [] request(Object client, String method, String path, String json, Object options)
            throws Throwable {
        Ask ask = new Ask(client, method, path, json, options);
        Passage passage = open(ask);
        return passage == null ? null : spread(blocking.enter(passage, ask, sdk::request, () -> patience(ask)));
    }

    /** After {@code request}. */
    @Nullable
    Object @Nullable [] requested(
            @Nullable Object @Nullable [] entered, @Nullable Object returned, @Nullable Throwable thrown) {
        return blocking.exit(entered, returned, thrown);
    }

    /** Before {@code asyncRequest}. */
    @SuppressWarnings("unchecked")
    @Nullable
    Object @Nullable [] asyncRequest(Object client, String method, String path, String json, Object options)
            throws Throwable {
        Ask ask = new Ask(client, method, path, json, options);
        Passage passage = open(ask);
        return passage == null
                ? null
                : spread(future.enter(
                        passage,
                        ask,
                        other -> (CompletableFuture<Object>) sdk.asyncRequest(other),
                        () -> patience(ask)));
    }

    /** After {@code asyncRequest}. */
    @SuppressWarnings("unchecked")
    @Nullable
    Object @Nullable [] asyncRequested(
            @Nullable Object @Nullable [] entered, @Nullable Object returned, @Nullable Throwable thrown) {
        return future.exit(entered, (CompletableFuture<Object>) returned, thrown);
    }

    private static @Nullable Object @Nullable [] spread(@Nullable Object @Nullable [] entered) {
        return entered != null && entered[Advised.REQUEST] instanceof Ask ask
                ? Advised.with(entered, ask.path(), ask.json(), ask.options())
                : null;
    }

    private @Nullable Passage open(Ask ask) throws Throwable {
        if (inside.here()) {
            return null;
        }
        Call call = types.call(ask, gate);
        return call == null ? null : gate.open(call, client(ask.client()), null);
    }

    private Client client(Object client) {
        return new Client(name, number(client), () -> account(client));
    }

    /** The key itself where the client has one; else a number for the credentials it was given, which are never asked. */
    private @Nullable String account(Object client) {
        Optional<?> key = sdk.held(client, "apiKey");
        return key.isPresent()
                ? key.get().toString()
                : sdk.held(client, "credentials")
                        .map(credentials -> name + " account " + number(credentials))
                        .orElse(null);
    }

    private long number(Object object) {
        return numbers.get(object, any -> last.incrementAndGet());
    }

    /** A quarter of the time that a call has, since it needs all of that if it must go out after all. */
    private Duration patience(Ask ask) {
        try {
            HttpOptions options = sdk.merged(ask.client(), ask.own());
            return options.timeout()
                    .map(millis -> Duration.ofMillis(millis).dividedBy(SHARE))
                    .orElse(PATIENCE);
        } catch (Throwable unreadable) {
            return Duration.ZERO;
        }
    }
}
