// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a ledger is kept.
 *
 * @param file where to; null for nowhere
 * @param maxBytes how large a file grows before the next one is begun, in bytes
 * @param content what of requests is kept
 * @param hashesTenants whether a tenant is written as a keyed hash instead of its name
 */
public record Terms(@Nullable Path file, long maxBytes, Content content, boolean hashesTenants) {
    private static final Terms NONE = new Terms(null, 0, Content.NONE, true);

    /** No ledger is kept. */
    public static Terms none() {
        return NONE;
    }
}
