// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Client;
import dev.parsimony.weaving.Base;
import dev.parsimony.weaving.WeakIdentityMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of the SDK's clients and the options they were built with: where they send to, where the request does not
 * say, and on whose account, where that is added below the seam. Clients made by {@code withOptions} share the transport of
 * their parent, and so its account.
 */
final class Clients {
    private static final int MOST_LAYERS = 4;

    private final String sdk;
    private final AtomicLong last = new AtomicLong();
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final WeakIdentityMap<Object, Base> bases = new WeakIdentityMap<>();

    Clients(String sdk) {
        this.sdk = sdk;
    }

    /**
     * A client as the engine knows it.
     *
     * @param client the object that sends
     * @param options what it was built with, or null if that was not seen
     */
    Client client(Object client, @Nullable Object options) {
        return new Client(sdk, number(client), () -> options == null ? null : account(options));
    }

    /** Where clients with these options send to. */
    Base base(Object options) {
        return bases.get(options, Clients::look);
    }

    /** The transport first: its backend may be another than the one whose URL is the default of the options. */
    private static Base look(Object options) {
        return transport(options)
                .flatMap(Clients::baseOfTransport)
                .or(() -> Glimpse.call(options, "baseUrl"))
                .map(url -> Base.of(url.toString()))
                .orElse(Base.unknown());
    }

    private static Optional<Object> baseOfTransport(Object transport) {
        return Glimpse.field(transport, "backend")
                .flatMap(backend -> Glimpse.call(backend, "baseUrl"))
                .or(() -> Glimpse.field(transport, "baseUrl"));
    }

    /** The client beneath the SDK's own layers, which is what knows the backend. */
    private static Optional<Object> transport(Object options) {
        Optional<Object> layer = Glimpse.field(options, "originalHttpClient");
        for (int i = 0; i < MOST_LAYERS; i++) {
            Optional<Object> beneath = layer.flatMap(client -> Glimpse.field(client, "httpClient"));
            if (beneath.isEmpty()) {
                return layer;
            }
            layer = beneath;
        }
        return layer;
    }

    /** The key itself where the options hold one; else a number for what the account hangs on. */
    private @Nullable String account(Object options) {
        Optional<Object> credential = Glimpse.field(options, "credentialResult");
        Optional<Object> key = credential.flatMap(result -> Glimpse.field(result, "credential"));
        if (key.isPresent()) {
            return key.get().toString();
        }
        return credential
                .or(() -> transport(options))
                .map(holder -> sdk + " account " + number(holder))
                .orElse(null);
    }

    private long number(Object object) {
        return numbers.get(object, any -> last.incrementAndGet());
    }
}
