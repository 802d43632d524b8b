// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Scope;
import org.jspecify.annotations.Nullable;

/** Knows of each thread whether it is where a framework makes failed calls again, above the seams. */
@SuppressWarnings("ThreadLocalUsage") // one engine a process, and a thread keeps nothing behind a stretch
final class Retries {
    private final ThreadLocal<@Nullable Attempts> current = new ThreadLocal<>();

    /** Begins a stretch of this thread; one within another has its calls for itself. */
    Scope begin() {
        Attempts outer = current.get();
        Attempts own = Attempts.begin();
        current.set(own);
        return () -> {
            restore(outer);
            own.end();
        };
    }

    private void restore(@Nullable Attempts outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    /** What this thread is in. */
    Attempts here() {
        Attempts own = current.get();
        return own == null ? Attempts.none() : own;
    }
}
