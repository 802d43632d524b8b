// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a model of OpenAI's refuses although the request has the right shape. Source: OpenAI's model pages and error messages, November 2026. */
final class OpenAiRules {

    private static final List<String> SAMPLING =
            List.of("temperature", "top_p", "presence_penalty", "frequency_penalty");

    private OpenAiRules() {}

    /** Refuses what the model does not sample, thinking effort included. The effort is where the API puts it. */
    static void check(Call call, JsonNode effort) {
        checkEffort(call, effort.asString(""));
        if (call.model().is(Trait.FIXED_SAMPLING) || thinksUnsampled(call, effort.asString(""))) {
            SAMPLING.forEach(name -> checkDefault(call.body().path(name), name));
            for (String name : List.of("logprobs", "top_logprobs", "logit_bias")) {
                if (given(call.body().path(name))) {
                    throw unsupported(name);
                }
            }
        }
        if (call.model().is(Trait.NO_STOP) && given(call.body().path("stop"))) {
            throw unsupported("stop");
        }
        checkCache(call);
    }

    private static boolean thinksUnsampled(Call call, String effort) {
        boolean thinks = effort.isEmpty() ? call.model().is(Trait.REASONS) : !effort.equals("none");
        return call.model().is(Trait.SAMPLING_WITHOUT_EFFORT) && thinks;
    }

    private static void checkEffort(Call call, String effort) {
        List<String> known = call.model().efforts();
        if (effort.isEmpty() || known.contains(effort)) {
            return;
        }
        if (known.isEmpty()) {
            throw unsupported("reasoning_effort");
        }
        throw Rejection.invalid(
                "Unsupported value: '" + effort + "' is not supported with the '"
                        + call.model().id() + "' model. Supported values are: "
                        + new Shape.Words(known).quoted(", and ") + ".",
                "reasoning_effort",
                "unsupported_value");
    }

    private static void checkDefault(JsonNode value, String name) {
        double usual = name.endsWith("penalty") ? 0 : 1;
        if (value.isNumber() && value.doubleValue() != usual) {
            throw Rejection.invalid(
                    "Unsupported value: '" + name + "' does not support " + value
                            + " with this model. Only the default (" + (int) usual + ") value is supported.",
                    name,
                    "unsupported_value");
        }
    }

    private static void checkCache(Call call) {
        boolean breakpoints = call.model().caching() == Caching.BREAKPOINTS || call.api() == Api.OPENROUTER_CHAT;
        JsonNode body = call.body();
        if (!breakpoints && given(body.path("prompt_cache_options"))) {
            throw unsupported("prompt_cache_options");
        }
        if (!breakpoints && body.toString().contains("\"prompt_cache_breakpoint\":{")) {
            throw unsupported("prompt_cache_breakpoint");
        }
        if (given(body.path("prompt_cache_options")) && given(body.path("prompt_cache_retention"))) {
            throw Rejection.invalid(
                    "'prompt_cache_options' and 'prompt_cache_retention' cannot be used together.",
                    "prompt_cache_retention",
                    "invalid_parameter");
        }
    }

    static Rejection unsupported(String name) {
        return Rejection.invalid(
                "Unsupported parameter: '" + name + "' is not supported with this model.",
                name,
                "unsupported_parameter");
    }

    /** Whether the field is there and says something. */
    static boolean given(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
