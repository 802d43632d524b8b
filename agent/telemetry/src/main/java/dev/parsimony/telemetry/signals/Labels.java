// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.concurrent.ConcurrentHashMap;

/** The attribute sets of the conventions' metrics, each built once for calls that look alike. */
final class Labels {
    private static final int MOST_KEPT = 1_000; // beyond it they are built anew for each call
    private static final AttributeKey<String> NOTHING = AttributeKey.stringKey("");

    private final ConcurrentHashMap<Look, Attributes> kept = new ConcurrentHashMap<>();

    private record Look(
            Operation operation,
            String provider,
            Address address,
            String model,
            String answered,
            AttributeKey<String> key,
            String value) {}

    /** What calls like this one share. */
    Attributes of(Exchange exchange) {
        return with(exchange, NOTHING, "");
    }

    /** The same and, if it failed, why. */
    Attributes withError(Exchange exchange) {
        String error = SpanAttributes.error(exchange);
        return error.isEmpty() ? of(exchange) : with(exchange, Keys.ERROR, error);
    }

    /** The same and one attribute more. */
    Attributes with(Exchange exchange, AttributeKey<String> key, String value) {
        Opening opening = exchange.opening();
        Look look = new Look(
                opening.operation(),
                opening.provider(),
                opening.address(),
                exchange.model(),
                exchange.answer().model(),
                key,
                value);
        Attributes known = kept.get(look);
        if (known != null) {
            return known;
        }
        Attributes built = build(look);
        if (kept.size() < MOST_KEPT) {
            kept.put(look, built);
        }
        return built;
    }

    private static Attributes build(Look look) {
        AttributesBuilder attributes = Attributes.builder();
        attributes.put(Keys.OPERATION, look.operation.toString()).put(Keys.PROVIDER, look.provider);
        SpanAttributes.text(attributes::put, Keys.MODEL, look.model);
        SpanAttributes.text(attributes::put, Keys.ANSWER_MODEL, look.answered);
        SpanAttributes.server(attributes::put, look.address);
        SpanAttributes.text(attributes::put, look.key, look.value);
        return attributes.build();
    }
}
