// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Opening;

/**
 * Who made a call.
 *
 * @param callSite {@code package.Outer.Inner.method} of the nearest application frame; empty if none was found
 * @param line the line in its file; 0 or less if it is not known
 * @param tenant the tenant, or its keyed hash; empty if none is known
 * @param trace the application's trace, 32 hex digits; empty if there was none
 * @param endpoint the route of the incoming request that was served; empty if none could be read
 */
public record Origin(String callSite, int line, String tenant, String trace, String endpoint) {
    static Origin of(Opening opening) {
        Caller caller = opening.caller();
        return new Origin(
                caller.site().function(),
                caller.site().line(),
                opening.tenant(),
                caller.span().traceId(),
                caller.endpoint());
    }

    Origin withTenant(String other) {
        return new Origin(callSite, line, other, trace, endpoint);
    }
}
