// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.telemetry.Measurement.Metric;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/** Tokens by version 1.41: one histogram for input and output. */
final class TokenHistogram implements TokenMetrics {
    private static final String NAME = "gen_ai.client.token.usage";
    private static final String IS = "Number of input and output tokens used.";

    private final LongHistogram usage;

    TokenHistogram(Meter meter) {
        usage = meter.histogramBuilder(NAME)
                .setUnit("{token}")
                .setDescription(IS)
                .ofLongs()
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build();
    }

    /** The metric. */
    static Metric metric() {
        return TokenMetrics.summary(NAME, IS);
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
