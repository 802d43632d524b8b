// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;

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
     * The request with these edits made.
     *
     * @param edits splices of its body
     * @throws IllegalStateException if what comes out is no JSON: then the step that wanted them has failed
     */
    Draft with(Edits edits) {
        byte[] body = edits.apply(call.body());
        Json json = Json.read(body).orElseThrow(() -> new IllegalStateException("edits leave no valid JSON"));
        return new Draft(call.withBody(body), dialect, json, dialect.lens(call.path(), json));
    }

    @Override
    public String toString() {
        return dialect.name() + " " + call;
    }
}
