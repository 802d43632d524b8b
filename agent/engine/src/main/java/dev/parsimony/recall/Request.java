// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import java.util.List;

/**
 * A request as it would be sent, before marks and hints.
 *
 * @param dialect the API's name
 * @param call where it goes
 * @param body its body
 * @param lens the lens over that body
 * @param aspects what else may decide the answer or its form, in a fixed order: whether usage is kept from the application,
 *     and every header that may steer the answer
 */
public record Request(String dialect, Call call, Json body, Lens lens, List<String> aspects) {
    @Override
    public String toString() {
        return dialect + " " + call;
    }
}
