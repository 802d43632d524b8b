// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What those calls cost alone whose call site was seen often enough before to be known.
 *
 * @param asSent as the application sent it, in USD
 * @param parsimony as Parsimony would have sent it, in USD
 * @param bound a lower bound of what any choice of marks costs for these calls, even one that has had its cache filled for
 *     nothing by those before, in USD
 */
public record Seasoned(BigDecimal asSent, BigDecimal parsimony, BigDecimal bound) {
    /** How many calls of its call site come before a call that counts. */
    public static final int AFTER = 20;

    /** Those that count; two calls are two, whatever they say. */
    static Set<TrafficCall> among(List<TrafficCall> calls) {
        Map<String, Integer> seen = new HashMap<>();
        Set<TrafficCall> seasoned = new HashSet<>();
        for (TrafficCall call : calls) {
            if (seen.merge(call.callSite(), 1, Integer::sum) > AFTER) {
                seasoned.add(call);
            }
        }
        return seasoned;
    }
}
