// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import dev.parsimony.exchange.Operation;
import dev.parsimony.telemetry.Measurement.Metric;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;

/**
 * A version of OpenTelemetry's GenAI conventions, as far as versions differ. 1.41 is the last that was published whole; since
 * then they live in a repository of their own, without a release yet (open-telemetry/semantic-conventions-genai, November
 * 2026). The user chooses by {@code OTEL_SEMCONV_STABILITY_OPT_IN}.
 */
enum Convention {
    /** Version 1.41, which dashboards and OpenTelemetry's own Java agent speak. */
    V1_41("https://opentelemetry.io/schemas/1.41.0", "operation") {
        @Override
        AttributeKey<Long> cacheWriteTokens() {
            return CACHE_CREATION_TOKENS;
        }

        @Override
        void topK(Sink attributes, long k) {
            attributes.put(TOP_K_UP_TO_1_41, (double) k);
        }

        @Override
        void newer(Sink attributes, AttributeKey<String> key, String value) {}

        @Override
        TokenMetrics tokens(Meter meter) {
            return new TokenHistogram(meter);
        }

        @Override
        Metric tokensOf(String type) {
            return TokenHistogram.metric();
        }
    },
    /** The newest, which may change. */
    LATEST("https://opentelemetry.io/schemas/gen-ai/1.42.0", "inference") {
        @Override
        AttributeKey<Long> cacheWriteTokens() {
            return CACHE_WRITE_TOKENS;
        }

        @Override
        void topK(Sink attributes, long k) {
            attributes.put(TOP_K, k);
        }

        @Override
        void newer(Sink attributes, AttributeKey<String> key, String value) {
            attributes.put(key, value);
        }

        @Override
        TokenMetrics tokens(Meter meter) {
            return new TokenCounters(meter);
        }

        @Override
        Metric tokensOf(String type) {
            return TokenCounters.metric(type);
        }
    };

    static final AttributeKey<String> REASONING_LEVEL = stringKey("gen_ai.request.reasoning.level");
    static final AttributeKey<String> PREVIOUS_RESPONSE = stringKey("gen_ai.request.previous_response.id");
    private static final AttributeKey<Long> CACHE_CREATION_TOKENS = longKey("gen_ai.usage.cache_creation.input_tokens");
    private static final AttributeKey<Long> CACHE_WRITE_TOKENS = longKey("gen_ai.usage.cache_write.input_tokens");
    private static final AttributeKey<Double> TOP_K_UP_TO_1_41 = doubleKey("gen_ai.request.top_k");
    private static final AttributeKey<Long> TOP_K = longKey("gen_ai.request.top_k");
    private static final String NEWEST = "gen_ai_latest_experimental";

    private final String schema;
    private final String inference;

    Convention(String schema, String inference) {
        this.schema = schema;
        this.inference = inference;
    }

    /**
     * The version asked for.
     *
     * @param optIn the comma-separated value of {@code OTEL_SEMCONV_STABILITY_OPT_IN}; may be empty
     */
    static Convention of(String optIn) {
        for (String word : optIn.split(",", -1)) {
            if (word.strip().equals(NEWEST)) {
                return LATEST;
            }
        }
        return V1_41;
    }

    /** Where its names are defined. */
    String schema() {
        return schema;
    }

    /** Tokens written to a prompt cache. */
    abstract AttributeKey<Long> cacheWriteTokens();

    /** The name of the metric of how long calls take; the newest has one of its own for inference only. */
    String duration(Operation operation) {
        return "gen_ai.client." + (operation == Operation.EMBEDDINGS ? "operation" : inference) + ".duration";
    }

    /** The name of the metric of how long the first chunk takes. */
    String firstChunk() {
        return "gen_ai.client." + inference + ".time_to_first_chunk";
    }

    /** Adds {@code top_k}, a double up to 1.41 and an integer since. */
    abstract void topK(Sink attributes, long k);

    /** Adds an attribute that 1.41 does not know. */
    abstract void newer(Sink attributes, AttributeKey<String> key, String value);

    /** The metrics of tokens. */
    abstract TokenMetrics tokens(Meter meter);

    /** The metric of the tokens of single calls, for those who are not told by OpenTelemetry: {@code input} or {@code output}. */
    abstract Metric tokensOf(String type);
}
