// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

/** Estimates tokens from bytes. */
@FunctionalInterface
public interface TokenEstimate {
    /**
     * How many tokens a text has.
     *
     * @param model the model that reads it
     * @param bytes how many bytes it takes
     * @return tokens, 0 or more
     */
    long of(String model, long bytes);
}
