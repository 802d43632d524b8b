// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import org.jspecify.annotations.Nullable;

/** Where the seams of one application class loader hand their calls in. Never throws. */
public interface Gate {
    /**
     * Notes who is calling, on the thread that calls: the call site, the thread, the current span, the tenant. For calls
     * that an SDK moves to another thread before they reach the seam, to be asked where they start.
     */
    Caller caller();

    /**
     * Begins the passage of a call.
     *
     * @param call the request as the SDK would send it
     * @param client the SDK client it is made with
     * @param caller who makes it; null if the seam runs on the calling thread itself
     * @return its passage, {@link Passage#past} if the call is none of ours
     */
    Passage open(Call call, Client client, @Nullable Caller caller);

    /**
     * Begins a stretch of this thread in which somebody above the seams makes calls again that failed. A call made again is
     * the same call: it goes out as it did before, and is told of once.
     *
     * @return ends the stretch, on this thread
     */
    default Scope retries() {
        return Scope.none();
    }

    /**
     * An OpenTelemetry that the application has built for itself, and may not make known as the global one.
     *
     * @param openTelemetry an instance of the application's own copy of the API
     */
    default void tellsItself(Object openTelemetry) {}

    /**
     * Whether a call could be ours at all, asked before its body is touched.
     *
     * @param method the HTTP method
     * @param path the whole path, as in {@link Call#path}
     */
    boolean wants(String method, String path);

    /**
     * Whether the connection that a call goes out on is to send at once what is written to it.
     *
     * @param method the HTTP method
     * @param path the whole path, as in {@link Call#path}
     */
    default boolean hurries(String method, String path) {
        return false;
    }
}
