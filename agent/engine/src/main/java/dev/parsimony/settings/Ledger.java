// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

/**
 * Whether and how calls are written down.
 *
 * @param file where to, {@code %s} for the service's name and {@code %p} for the process id; empty for nowhere
 * @param maxBytes how large a file grows before the next one is begun, in bytes
 * @param content what of requests is kept
 * @param hashesTenants whether a tenant is written as a keyed hash instead of its name
 */
public record Ledger(String file, long maxBytes, Content content, boolean hashesTenants) {
    private static final Ledger BUILT_IN = new Ledger("", 100L << 20, Content.NONE, true);

    /** What of requests is kept. */
    public enum Content {
        /** Nothing. */
        NONE,
        /** Keyed hashes and token counts of blocks. */
        SHAPE,
        /** The request. */
        FULL
    }

    /** No ledger. */
    static Ledger builtIn() {
        return BUILT_IN;
    }
}
