// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import tools.jackson.databind.JsonNode;

/** What models of Anthropic's refuse around sampling, thinking and the choice of tools. Source: Anthropic's model pages, November 2026. */
final class ThinkingRules {

    private ThinkingRules() {}

    static void check(Call call, String version) {
        checkSampling(call, version);
        checkThinking(call);
        checkToolChoice(call);
    }

    private static void checkSampling(Call call, String version) {
        for (String name : new String[] {"temperature", "top_p", "top_k"}) {
            JsonNode value = call.body().path(name);
            boolean usual = !name.equals("top_k") && value.isNumber() && value.doubleValue() == 1;
            boolean refused = VersionRules.isStrict(version) || (call.model().is(Trait.FIXED_SAMPLING) && !usual);
            if (value.isNumber() && refused) {
                throw Rejection.invalid("`" + name + "` is deprecated for this model.");
            }
        }
        boolean both = call.body().path("temperature").isNumber()
                && call.body().path("top_p").isNumber();
        if (both && call.model().is(Trait.ONE_SAMPLING)) {
            throw Rejection.invalid(
                    "`temperature` and `top_p` cannot both be specified for this model. Please use only one.");
        }
    }

    private static void checkThinking(Call call) {
        JsonNode thinking = call.body().path("thinking");
        String type = thinking.path("type").asString("");
        if (type.equals("enabled")) {
            checkBudget(call, thinking.path("budget_tokens").asInt(0));
        }
        if (type.equals("adaptive") && call.model().is(Trait.NO_ADAPTIVE_THINKING)) {
            throw Rejection.invalid("adaptive thinking is not supported on this model");
        }
        if (type.equals("disabled") && call.model().is(Trait.ALWAYS_THINKS)) {
            throw Rejection.invalid("thinking.type: \"disabled\" is not supported for this model.");
        }
        checkEffort(call, call.body().path("output_config").path("effort").asString(""));
    }

    private static void checkEffort(Call call, String effort) {
        if (effort.isEmpty() || call.model().efforts().contains(effort)) {
            return;
        }
        throw Rejection.invalid(
                call.model().efforts().isEmpty()
                        ? "This model does not support the effort parameter."
                        : "output_config.effort: '" + effort + "' is not supported for this model.");
    }

    private static void checkBudget(Call call, int budget) {
        if (call.model().is(Trait.NO_THINKING_BUDGET)) {
            throw Rejection.invalid("\"thinking.type.enabled\" is not supported for this model. Use"
                    + " \"thinking.type.adaptive\" and \"output_config.effort\" to control thinking behavior.");
        }
        if (budget >= call.body().path("max_tokens").asInt(Integer.MAX_VALUE)) {
            throw Rejection.invalid("`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our"
                    + " documentation on thinking for details.");
        }
        JsonNode temperature = call.body().path("temperature");
        if (temperature.isNumber() && temperature.doubleValue() != 1) {
            throw Rejection.invalid("`temperature` may only be set to 1 when thinking is enabled.");
        }
        if (call.body().path("top_k").isNumber()) {
            throw Rejection.invalid("`top_k` must be unset when thinking is enabled.");
        }
    }

    private static void checkToolChoice(Call call) {
        String choice = call.body().path("tool_choice").path("type").asString("");
        if (!choice.isEmpty() && call.body().path("tools").isEmpty()) {
            throw Rejection.invalid("tool_choice may only be specified while providing tools.");
        }
        boolean forced = choice.equals("any") || choice.equals("tool");
        if (forced && call.model().is(Trait.NO_FORCED_TOOL)) {
            throw Rejection.invalid("tool_choice: type \"" + choice + "\" is not supported for this model.");
        }
        if (forced && thinks(call)) {
            throw Rejection.invalid("Thinking may not be enabled when tool_choice forces tool use.");
        }
    }

    /** Whether the request asks for thinking. */
    static boolean thinks(Call call) {
        String type = call.body().path("thinking").path("type").asString("");
        return type.equals("enabled") || type.equals("adaptive");
    }
}
