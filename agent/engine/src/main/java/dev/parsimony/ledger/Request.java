// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;

/**
 * A request as the application made it, lent to the ledger. Nothing of it is held longer than the line takes to be written,
 * and only where the ledger keeps content.
 *
 * @param path the whole path, without the query, which may hold a key
 * @param body its body, read
 * @param lens a lens over its body
 */
public record Request(String path, Json body, Lens lens) {
    @Override
    public String toString() {
        return path; // never the body
    }
}
