// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a request wants the model to say.
 *
 * @param tool the tool it must call, as the request describes it ({@code name} and {@code schema}); missing when it may answer as it likes
 * @param schema the JSON Schema its answer must fit; missing when it may be any text
 * @param thinks whether the model thinks before it answers
 */
record Wanted(JsonNode tool, JsonNode schema, boolean thinks) {

    /** Tokens of thinking before an improvised answer. */
    private static final int THINKING = 64;

    private static final Improviser IMPROVISER = new Improviser();

    static Wanted text(boolean thinks) {
        return new Wanted(MissingNode.getInstance(), MissingNode.getInstance(), thinks);
    }

    Wanted tool(String name, JsonNode schema) {
        return new Wanted(Json.object().put("name", name).set("schema", schema), this.schema, thinks);
    }

    Wanted fitting(JsonNode jsonSchema) {
        return new Wanted(tool, jsonSchema, thinks);
    }

    Answer improvised(Call call) {
        Answer answer = content(call);
        int visible = call.model().factor().tokens(answer.content().words());
        return thinks ? answer.reasoningTokens(THINKING).outputTokens(visible + THINKING) : answer;
    }

    private Answer content(Call call) {
        if (!tool.isMissingNode()) {
            String arguments = IMPROVISER.instance(tool.path("schema")).toString();
            return Answer.tool(tool.path("name").asString(""), arguments);
        }
        if (!schema.isMissingNode()) {
            return Answer.text(IMPROVISER.instance(schema).toString());
        }
        return IMPROVISER.text(call.prompt().fingerprint());
    }

    /** Whether a model thinks unasked. */
    static boolean byNature(Call call) {
        return call.model().is(Trait.REASONS);
    }
}
