// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Parameters;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A request as it is sent, of which only settings are read.
 *
 * @param model its model
 * @param parameters its other settings
 */
record SentRequest(String model, Parameters parameters) {
    static final Parameters PLAIN = new Parameters(
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(),
            "",
            "",
            "",
            "",
            OptionalLong.empty(),
            List.of());

    /** The request, capped at 256 tokens, with temperature 0.5. */
    Lens lens() {
        Map<String, Object> values = Map.of(
                "model",
                model,
                "parameters",
                parameters,
                "cap",
                OptionalLong.of(256),
                "temperature",
                OptionalDouble.of(0.5));
        return (Lens) Proxy.newProxyInstance(
                Lens.class.getClassLoader(),
                new Class<?>[] {Lens.class},
                (self, method, arguments) -> values.get(method.getName()));
    }
}
