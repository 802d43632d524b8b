// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Instant;

/**
 * What one request cost.
 *
 * @param at when the request arrived
 * @param model the model that answered
 * @param tier the service tier that answered
 * @param usage its tokens
 * @param amounts its price by class of tokens, USD, exact
 */
public record Charge(Instant at, Model model, String tier, Usage usage, Amounts amounts) {}
