// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.time.Instant;

/**
 * Calls that were made and are not in the ledger, because it could not be written as fast, or at all.
 *
 * @param at when the gap was noted: the lines are missing before it
 * @param dropped how many calls are missing
 */
public record Gap(Instant at, long dropped) implements Entry {}
