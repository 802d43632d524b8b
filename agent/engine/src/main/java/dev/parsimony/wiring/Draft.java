// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.ledger.Request;

/**
 * The request on its way from what the application wrote to what is sent.
 *
 * @param call the request as it stands
 * @param dialect its API
 * @param body its body, read
 * @param lens a lens over its body
 */
record Draft(Call call, Dialect dialect, Json body, Lens lens) {
    /**
     * The request with this change made.
     *
     * @param change splices of its body, or another path
     * @throws IllegalStateException if what comes out is no JSON: then the step that wanted it has failed
     */
    Draft with(Change.Make change) {
        byte[] bytes = change.edits().apply(call.body());
        Json json = Json.read(bytes).orElseThrow(() -> new IllegalStateException("edits leave no valid JSON"));
        String path = change.path().orElse(call.path());
        return new Draft(call.withBody(bytes).withPath(path), dialect, json, dialect.lens(path, json));
    }

    /** Whether it would go out exactly as another, to the same path and with the very same bytes. */
    boolean goesOutAs(Draft other) {
        return call.body() == other.call.body() && call.path().equals(other.call.path());
    }

    /** What of it a ledger may want to keep. */
    Request lent() {
        return new Request(call.path(), body, lens);
    }

    @Override
    public String toString() {
        return dialect.name() + " " + call;
    }
}
