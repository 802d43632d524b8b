// SPDX-License-Identifier: Apache-2.0
package com.acme.sdk;

import java.util.function.Consumer;

/** Application code that calls something of the JVM's own. */
public final class Errand implements Consumer<Runnable> {
    @Override
    public void accept(Runnable call) {
        call.run();
    }

    /** More code of the same application. */
    public static final class Second implements Consumer<Runnable> {
        @Override
        public void accept(Runnable call) {
            call.run();
        }
    }
}
