// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Custom;
import java.util.Set;

/**
 * What is known of the host of a call.
 *
 * @param provider who answers there, by the OpenTelemetry conventions' name; a host not in their list has its own
 * @param allows what it is known to accept
 * @param isKnown whether our table names it, so that the provider is no guess from the API
 * @param customs how it counts in a way of its own
 * @param priceAs whose prices apply, as the user's settings say; empty where path and model tell
 */
public record Host(String provider, Set<Allowance> allows, boolean isKnown, Set<Custom> customs, String priceAs) {
    /** Whether the host is known to accept something. */
    public boolean allows(Allowance what) {
        return allows.contains(what);
    }

    /** Who bills: who answers, unless the user's settings say otherwise. */
    public String biller() {
        return priceAs.isEmpty() ? provider : priceAs;
    }
}
