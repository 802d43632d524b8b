// SPDX-License-Identifier: Apache-2.0
package com.acme.shop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** An application's class, as far as call sites can tell. */
public final class Checkout {
    private Checkout() {}

    public static <T> T pay(Supplier<T> call) {
        return call.get();
    }

    public static <T> T inALambda(Supplier<T> call) {
        return List.of(1).stream().map(one -> call.get()).findFirst().orElseThrow();
    }

    public static <T> T onAnotherThread(Supplier<T> call) {
        return CompletableFuture.supplyAsync(() -> call.get()).join();
    }

    /** Hands over a task of which no frame is this class's own, as {@code client::ask} is. */
    @SuppressWarnings("UnnecessaryMethodReference") // the reference is what is handed over
    public static <C, T> T byReferenceOnAnotherThread(C client, Function<C, T> ask) {
        return CompletableFuture.completedFuture(client)
                .thenApplyAsync(ask::apply)
                .join();
    }

    /** A class inside. */
    public static final class Basket {
        private Basket() {}

        public static <T> T total(Supplier<T> call) {
            return call.get();
        }
    }
}
