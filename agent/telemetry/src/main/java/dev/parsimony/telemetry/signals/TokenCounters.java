// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import dev.parsimony.telemetry.Measurement.Metric;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/**
 * Tokens by the newest conventions: a counter of each kind for what was spent, a histogram for what one call takes. Providers
 * count apart what they bill apart, not what stands for text: the modality is {@code unknown}.
 */
final class TokenCounters implements TokenMetrics {
    private static final String OF_CALL = "gen_ai.client.inference.operation.";

    private final LongCounter input;
    private final LongCounter output;
    private final LongCounter cacheRead;
    private final LongCounter cacheWrite;
    private final LongCounter reasoning;
    private final LongHistogram inputOfCall;
    private final LongHistogram outputOfCall;

    TokenCounters(Meter meter) {
        input = counter(meter, "input_tokens", "Input tokens used, cached ones included.");
        output = counter(meter, "output_tokens", "Output tokens used, reasoning included.");
        cacheRead = counter(meter, "cache_read.input_tokens", "Input tokens read from a cache.");
        cacheWrite = counter(meter, "cache_write.input_tokens", "Input tokens written to a cache.");
        reasoning = counter(meter, "reasoning.output_tokens", "Output tokens used for reasoning.");
        inputOfCall = histogram(meter, "input_tokens", "Input tokens of one call.");
        outputOfCall = histogram(meter, "output_tokens", "Output tokens of one call.");
    }

    private static LongCounter counter(Meter meter, String kind, String description) {
        return meter.counterBuilder("gen_ai.client.inference.usage." + kind)
                .setUnit("{token}")
                .setDescription(description)
                .build();
    }

    private static LongHistogram histogram(Meter meter, String kind, String description) {
        return meter.histogramBuilder(OF_CALL + kind)
                .setUnit("{token}")
                .setDescription(description)
                .ofLongs()
                .setExplicitBucketBoundariesAdvice(BOUNDARIES)
                .build();
    }

    /** The metric of one kind of token, of single calls. */
    static Metric metric(String type) {
        return TokenMetrics.summary(OF_CALL + type + "_tokens", "Tokens of one call: " + type + ".");
    }

    /** Counts; a call without usage counts as 0, as the conventions ask. */
    @Override
    public void record(Exchange exchange, Labels labels, Context context) {
        Attributes attributes = labels.with(exchange, Keys.TOKEN_MODALITY, "unknown");
        count(exchange.answer().reported().orElse(Usage.NONE), attributes, context);
        exchange.answer().reported().ifPresent(tokens -> {
            Attributes ofCall = labels.withError(exchange);
            inputOfCall.record(tokens.totalInput(), ofCall, context);
            if (SpanAttributes.hasOutput(exchange)) {
                outputOfCall.record(tokens.totalOutput(), ofCall, context);
            }
        });
    }

    private void count(Usage tokens, Attributes attributes, Context context) {
        input.add(tokens.totalInput(), attributes, context);
        output.add(tokens.totalOutput(), attributes, context);
        cacheRead.add(tokens.cacheRead(), attributes, context);
        cacheWrite.add(tokens.cacheWrite(), attributes, context);
        reasoning.add(tokens.of(TokenKind.REASONING), attributes, context);
    }
}
