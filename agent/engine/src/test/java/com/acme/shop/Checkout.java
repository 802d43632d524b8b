// SPDX-License-Identifier: Apache-2.0
package com.acme.shop;

import java.util.List;
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

    /** A class inside. */
    public static final class Basket {
        private Basket() {}

        public static <T> T total(Supplier<T> call) {
            return call.get();
        }
    }
}
