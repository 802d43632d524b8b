// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * On which terms a request is served.
 *
 * @param tier the service tier as the provider reports it
 * @param factor what every price is multiplied by
 */
public record Terms(String tier, BigDecimal factor) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal DOUBLE = new BigDecimal("2");
    private static final BigDecimal REGIONAL = new BigDecimal("1.1");

    /** The terms this body asks for, as far as the model offers them. Source: the providers' price pages, November 2026. */
    public static Terms of(Model model, JsonNode body) {
        return switch (model.provider()) {
            case ANTHROPIC -> anthropic(model, body);
            case GOOGLE -> google(ProtoNames.camel(body));
            case OPENAI, OPENROUTER, MISTRAL, COHERE, OLLAMA, BEDROCK -> openAi(model, body);
        };
    }

    /** The priority tier's prices are not public; who asks for it is served as usual, which Google reserves the right to do. */
    private static Terms google(JsonNode body) {
        boolean flex = body.path("serviceTier").asString("").equalsIgnoreCase("flex");
        return flex ? new Terms("flex", HALF) : new Terms("standard", BigDecimal.ONE);
    }

    private static Terms openAi(Model model, JsonNode body) {
        String asked = body.path("service_tier").asString("auto");
        if (asked.equals("flex")) {
            return new Terms("flex", HALF);
        }
        boolean hurry = asked.equals("priority") || asked.equals("fast");
        return hurry && model.is(Trait.PRIORITY) ? new Terms("priority", DOUBLE) : new Terms("default", BigDecimal.ONE);
    }

    private static Terms anthropic(Model model, JsonNode body) {
        boolean fast = body.path("speed").asString("").equals("fast");
        boolean regional = body.path("inference_geo").asString("").equals("us") && model.is(Trait.REGIONAL_PREMIUM);
        BigDecimal speed = fast ? model.tariff().fastFactor() : BigDecimal.ONE;
        return new Terms("standard", regional ? speed.multiply(REGIONAL) : speed);
    }
}
