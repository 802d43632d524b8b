// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving.retry;

import dev.parsimony.exchange.Scope;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice around a method that runs something and, where it fails, runs it again on the same thread. */
public final class Retry {
    private Retry() {}

    /** Before it; returns what is to be closed after it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static @Nullable Object enter() {
        return Here.GATE.retries();
    }

    /** After it, however it ended. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void exit(@Advice.Enter @Nullable Object entered) {
        if (entered instanceof Scope retries) {
            retries.close();
        }
    }
}
