// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The SDK client that makes a call.
 *
 * @param sdk the SDK's name as in its coordinates, {@code openai-java}
 * @param identity tells one client instance of this process from another; says nothing else
 * @param secret gives the credential where it is on the client and not on the request; null where it is nowhere to be seen.
 *     It is asked at most once a call, hashed at once with a key of this process and never kept
 */
public record Client(String sdk, long identity, Secret secret) {
    /** Reads a credential when asked. */
    @FunctionalInterface
    public interface Secret {
        /** The credential, or null where it cannot be seen. */
        @Nullable
        String read();
    }

    @Override
    public String toString() {
        return sdk + "#" + identity;
    }
}
