// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Headers;
import java.util.List;

/**
 * One SDK that we know how to enter; found by {@link java.util.ServiceLoader} in the agent's loader. It describes, in
 * strings, what is woven and what must be there for it; the questions stand in the order in which they are asked, from the
 * cheapest to the dearest. It runs while the JVM loads a class of the SDK and must not touch any class of the application.
 */
public interface Instrumentation {
    /** The SDK's name as in its coordinates, {@code openai-java}: it appears in the log and in metrics. */
    String name();

    /** The methods woven. Their classes are the only ones that the agent ever changes. */
    List<Weave> weaves();

    /**
     * Methods that stand now in one class, now in another, as the SDK's versions have it: of each list one must be there, and
     * is woven.
     */
    default List<List<Weave>> alternatives() {
        return List.of();
    }

    /** What else the advice relies on, in the order in which its absence is best explained. */
    List<Symbol> requires();

    /** The packages of the advice and of what must see the SDK's classes: defined once beside every copy of the SDK. */
    List<String> inside();

    /**
     * Whether a request, as an HTTP client gets it, comes from this SDK. For SDKs that send again on a thread that knows
     * nothing of the call; asked where an HTTP client is met that an SDK may use.
     *
     * @param headers the request's
     */
    default boolean sends(Headers headers) {
        return false;
    }
}
