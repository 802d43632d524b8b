// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A call that is to be written down.
 *
 * @param line what is told of it
 * @param request the request, where something of it is to be kept; null where nothing is
 * @param content what of the request is to be kept
 */
record Pending(LedgerLine line, @Nullable Request request, Content content) {
    /** How many bytes of the application's it holds until it is written. */
    int held() {
        return request == null ? 0 : request.body().bytes().length;
    }
}
