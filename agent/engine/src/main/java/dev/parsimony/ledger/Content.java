// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

/** What of requests a ledger keeps. */
public enum Content {
    /** Nothing. */
    NONE,
    /** Keyed hashes and token counts of blocks: enough to simulate caching, and no text. */
    SHAPE,
    /** The request as the application made it. */
    FULL
}
