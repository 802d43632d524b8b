// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What traffic costs, in USD, each way.
 *
 * @param asSent as the application sent it
 * @param parsimony as Parsimony would have sent it
 * @param bound what no choice of marks and lifetimes could better, see {@link Clairvoyant}
 * @param strategies by fixed strategies, by their names
 * @param seasoned what the calls cost alone whose call site was seen twenty times before
 * @param calls how many calls were played
 * @param unknown how many were left out, since the simulator does not bill such an API or model
 */
public record Outcome(
        BigDecimal asSent,
        BigDecimal parsimony,
        Bound bound,
        Map<String, BigDecimal> strategies,
        Seasoned seasoned,
        int calls,
        int unknown) {}
