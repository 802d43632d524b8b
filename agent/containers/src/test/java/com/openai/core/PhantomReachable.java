// SPDX-License-Identifier: Apache-2.0
package com.openai.core;

import kotlin.jvm.functions.Function0;

/**
 * Takes the place of the SDK's class in a web application: openai-java 4.100 has a cleaner hold each client's executor for
 * ever, and with it the application's class loader, whether an agent is there or not. An application that closes its clients
 * needs no cleaner.
 */
public final class PhantomReachable {
    private PhantomReachable() {}

    /** Nothing is left to be closed later. */
    public static AutoCloseable registerPhantomCleanup(Object observed, Function0<?> close) {
        return close::invoke;
    }

    /** The application closes it. */
    public static void closeWhenPhantomReachable(Object observed, AutoCloseable closeable) {}

    /** The application closes it. */
    public static void closeWhenPhantomReachable(Object observed, Function0<?> close) {}
}
