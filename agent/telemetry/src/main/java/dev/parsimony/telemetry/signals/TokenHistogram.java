// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/** Tokens by version 1.41: one histogram for input and output. */
final class TokenHistogram implements TokenMetrics {
    private final LongHistogram usage;

    TokenHistogram(Meter meter) {
        usage = meter.histogramBuilder("gen_ai.client.token.usage")
                .setUnit("{token}")
                .setDescription("Number of input and output tokens used.")
                .ofLongs()
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build();
    }

    @Override
    public void record(Exchange exchange, Labels labels, Context context) {
        exchange.answer().reported().ifPresent(tokens -> {
            usage.record(tokens.totalInput(), labels.with(exchange, Keys.TOKEN_TYPE, "input"), context);
            if (SpanAttributes.hasOutput(exchange)) {
                usage.record(tokens.totalOutput(), labels.with(exchange, Keys.TOKEN_TYPE, "output"), context);
            }
        });
    }
}
