// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The names of attributes that are the same in every version of the conventions, and our own. Those that differ stand in
 * {@link Convention}. Source of the {@code gen_ai}, {@code openai}, {@code server}, {@code code} and {@code error} names:
 * OpenTelemetry semantic conventions 1.41.
 */
final class Keys {
    static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
    static final AttributeKey<String> SERVER = stringKey("server.address");
    static final AttributeKey<Long> PORT = longKey("server.port");
    static final AttributeKey<String> FUNCTION = stringKey("code.function.name");
    static final AttributeKey<Long> LINE = longKey("code.line.number");
    static final AttributeKey<String> ERROR = stringKey("error.type");

    static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
    static final AttributeKey<Boolean> STREAM = booleanKey("gen_ai.request.stream");
    static final AttributeKey<Long> MAX_TOKENS = longKey("gen_ai.request.max_tokens");
    static final AttributeKey<Double> TEMPERATURE = doubleKey("gen_ai.request.temperature");
    static final AttributeKey<Double> TOP_P = doubleKey("gen_ai.request.top_p");
    static final AttributeKey<Double> FREQUENCY_PENALTY = doubleKey("gen_ai.request.frequency_penalty");
    static final AttributeKey<Double> PRESENCE_PENALTY = doubleKey("gen_ai.request.presence_penalty");
    static final AttributeKey<Long> SEED = longKey("gen_ai.request.seed");
    static final AttributeKey<Long> CHOICES = longKey("gen_ai.request.choice.count");
    static final AttributeKey<List<String>> STOPS = stringArrayKey("gen_ai.request.stop_sequences");
    static final AttributeKey<List<String>> ENCODINGS = stringArrayKey("gen_ai.request.encoding_formats");
    static final AttributeKey<Long> DIMENSIONS = longKey("gen_ai.embeddings.dimension.count");
    static final AttributeKey<String> OUTPUT_TYPE = stringKey("gen_ai.output.type");

    static final AttributeKey<String> ANSWER_ID = stringKey("gen_ai.response.id");
    static final AttributeKey<String> ANSWER_MODEL = stringKey("gen_ai.response.model");
    static final AttributeKey<List<String>> FINISH_REASONS = stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Double> FIRST_CHUNK = doubleKey("gen_ai.response.time_to_first_chunk");
    static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<Long> CACHE_READ_TOKENS = longKey("gen_ai.usage.cache_read.input_tokens");
    static final AttributeKey<Long> REASONING_TOKENS = longKey("gen_ai.usage.reasoning.output_tokens");
    static final AttributeKey<String> TOKEN_TYPE = stringKey("gen_ai.token.type");
    static final AttributeKey<String> TOKEN_MODALITY = stringKey("gen_ai.token.modality");

    static final AttributeKey<String> OPENAI_API = stringKey("openai.api.type");
    static final AttributeKey<String> OPENAI_TIER_ASKED = stringKey("openai.request.service_tier");
    static final AttributeKey<String> OPENAI_TIER_USED = stringKey("openai.response.service_tier");

    static final AttributeKey<Double> COST = doubleKey("parsimony.cost.amount");
    static final AttributeKey<String> COST_CURRENCY = stringKey("parsimony.cost.currency");
    static final AttributeKey<String> COST_SOURCE = stringKey("parsimony.cost.source");
    static final AttributeKey<String> COST_UNKNOWN = stringKey("parsimony.cost.unknown");
    static final AttributeKey<String> COST_CONFIDENCE = stringKey("parsimony.cost.confidence");
    static final AttributeKey<Long> ESTIMATED_INPUT = longKey("parsimony.estimated.input_tokens");
    static final AttributeKey<Long> ESTIMATED_OUTPUT = longKey("parsimony.estimated.output_tokens");
    static final AttributeKey<Boolean> CONTROL = booleanKey("parsimony.control");
    static final AttributeKey<Double> SAVED = doubleKey("parsimony.saved.amount");
    static final AttributeKey<Boolean> SAVED_ESTIMATED = booleanKey("parsimony.saved.estimated");
    static final AttributeKey<String> CACHE_OUTCOME = stringKey("parsimony.cache.outcome");
    static final AttributeKey<String> CACHE_KIND = stringKey("parsimony.cache.kind");
    static final AttributeKey<String> CALL_SITE = stringKey("parsimony.call_site");
    static final AttributeKey<String> ENDPOINT = stringKey("parsimony.endpoint");
    static final AttributeKey<String> TENANT = stringKey("parsimony.tenant");
    static final AttributeKey<String> REQUESTED_MODEL = stringKey("parsimony.requested.model");
    static final AttributeKey<List<String>> RULES = stringArrayKey("parsimony.rules");
    static final AttributeKey<List<String>> REWRITES = stringArrayKey("parsimony.rewrites");
    static final AttributeKey<List<String>> SKIPPED = stringArrayKey("parsimony.skipped");
    static final AttributeKey<List<String>> REVERTED = stringArrayKey("parsimony.reverted");
    static final AttributeKey<Long> ATTEMPTS = longKey("parsimony.attempts");
    static final AttributeKey<String> REQUEST_ID = stringKey("parsimony.provider.request_id");

    static final AttributeKey<String> LEVER = stringKey("parsimony.lever");
    static final AttributeKey<String> RULE = stringKey("parsimony.rule");
    static final AttributeKey<String> STEP = stringKey("parsimony.step");
    static final AttributeKey<String> SDK_NAME = stringKey("parsimony.sdk.name");
    static final AttributeKey<String> SDK_VERSION = stringKey("parsimony.sdk.version");
    static final AttributeKey<String> STATE = stringKey("parsimony.instrumentation.state");

    private Keys() {}
}
