// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import tools.jackson.databind.JsonNode;

/**
 * One valid request as far as its bill depends on it.
 *
 * @param api the API it was sent to
 * @param model the model it asks for
 * @param credential whose caches it may use: Anthropic's workspace or OpenAI's organization, here told apart by API key; kept in memory only
 * @param body its JSON
 */
public record Call(Api api, Model model, String credential, JsonNode body) {

    /** The body as a prompt. */
    public Prompt prompt() {
        return api.prompt(body, model);
    }

    @Override
    public String toString() {
        return api + " of " + model;
    }
}
