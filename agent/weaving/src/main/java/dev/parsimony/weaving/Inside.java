// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Headers;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a seam that a call has passed a seam already and is to be let through unseen: a second send of ours, one SDK client
 * that wraps another, an HTTP client beneath an SDK. There is one for all seams, so that a call is met once however many of
 * them stand in its way.
 *
 * <p>A thread is inside while a seam's method runs on it. A transport that moves a call to another thread is asked where the
 * caller's still runs. What an SDK sends later, from a timer, it is known by: {@link Instrumentation#sends}. What an
 * application does on such a thread meanwhile, in an interceptor of its HTTP client, is let through too.
 */
public final class Inside {
    private final ThreadLocal<Boolean> marked = new ThreadLocal<>();
    private final Map<@Nullable ClassLoader, Set<Instrumentation>> entered =
            Collections.synchronizedMap(new WeakHashMap<>());

    Inside() {}

    /** Whether this thread is inside. */
    public boolean here() {
        return marked.get() != null;
    }

    /**
     * Whether an SDK that we are in sends this, on whatever thread.
     *
     * @param headers the request's
     * @param client the loader of the HTTP client that is to send it, which the SDK's loader sees; null for the boot loader
     */
    public boolean sends(Headers headers, @Nullable ClassLoader client) {
        synchronized (entered) {
            return entered.entrySet().stream()
                    .filter(sdks -> sees(sdks.getKey(), client))
                    .flatMap(sdks -> sdks.getValue().stream())
                    .anyMatch(sdk -> sdk.sends(headers));
        }
    }

    private static boolean sees(@Nullable ClassLoader one, @Nullable ClassLoader other) {
        ClassLoader at = one;
        while (at != null && at != other) {
            at = at.getParent();
        }
        return at == other;
    }

    /** The advice of this joint is linked: from here on its calls are met. */
    void entered(Joint joint) {
        entered.computeIfAbsent(joint.application(), any -> ConcurrentHashMap.newKeySet())
                .add(joint.instrumentation());
    }

    void enter() {
        marked.set(Boolean.TRUE);
    }

    void leave() {
        marked.remove();
    }

    /**
     * Lets the method run as the application called it, its passage being over, and everything below pass.
     *
     * @return see {@link Advised}; to be handed to {@link #wasUnseen} after the method
     */
    @Nullable
    Object[] unseen(Object request) {
        enter();
        return Advised.send(request, this);
    }

    /** Whether {@link #unseen} let the method run, which is over now. */
    boolean wasUnseen(@Nullable Object[] entered) {
        boolean was = entered[Advised.KEPT] == this;
        if (was) {
            leave();
        }
        return was;
    }

    /** Calls the advised method again, inside. */
    <Q, A> A send(Again<Q, A> again, Q request) throws Throwable {
        boolean before = here();
        enter();
        try {
            return again.send(request);
        } finally {
            if (!before) {
                leave();
            }
        }
    }
}
