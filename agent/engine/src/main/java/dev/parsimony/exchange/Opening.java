// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.time.Instant;

/**
 * What is known of a call when it begins and never changes after.
 *
 * @param at when it began
 * @param sdk the SDK it came through
 * @param operation what it asks for
 * @param dialect the API's name, {@code openai.chat}
 * @param provider the provider's name in the OpenTelemetry conventions
 * @param address where it goes
 * @param model the model the application asked for; empty if it named none
 * @param streamed whether it asked for a stream
 * @param caller who made it
 * @param tenant the tenant; empty if none is known
 * @param biller whose prices hold, by any of the provider's names
 */
public record Opening(
        Instant at,
        String sdk,
        Operation operation,
        String dialect,
        String provider,
        Address address,
        String model,
        boolean streamed,
        Caller caller,
        String tenant,
        String biller) {
    /** What is known of a call that the provider bills itself. */
    public Opening(
            Instant at,
            String sdk,
            Operation operation,
            String dialect,
            String provider,
            Address address,
            String model,
            boolean streamed,
            Caller caller,
            String tenant) {
        this(at, sdk, operation, dialect, provider, address, model, streamed, caller, tenant, provider);
    }
}
