// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * What rules may ask of a call, read as the application made it. Each value is worked out when first asked for.
 */
public interface Facts {
    /** The request. */
    Lens request();

    /** The provider's name in the OpenTelemetry conventions, {@code openai}. */
    String provider();

    /** What the call asks for. */
    Operation operation();

    /** The host in lower case; may be empty. */
    String host();

    /** Our estimate of the input's size, in tokens. */
    long inputTokens();

    /** The call site as {@code package.Outer.Inner.method}; may be empty. */
    String callSite();

    /** The route of the incoming request that the call is made for, {@code /orders/{id}}; empty if none can be read. */
    String endpoint();

    /** The tenant; empty if none is known. */
    String tenant();

    /** The name of the calling thread. */
    String thread();

    /** A number from 0 inclusive to 1 exclusive, the same for every call of one conversation. */
    double share();
}
