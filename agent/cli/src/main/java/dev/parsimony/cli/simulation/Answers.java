// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.billing.Usage;
import java.nio.charset.StandardCharsets;

/** Answers that say nothing but what they were billed for, in the words of each API. */
final class Answers {
    private Answers() {}

    /** The body of an answer. */
    static byte[] body(Api api, Charge charge) {
        Usage usage = charge.usage();
        String model = "\"model\":\"" + charge.model().id() + "\"";
        String json = switch (api) {
            case ANTHROPIC_MESSAGES, BEDROCK_INVOKE -> anthropic(model, usage);
            case BEDROCK_CONVERSE -> converse(usage);
            case OPENAI_RESPONSES -> responses(model, usage);
            case GEMINI_GENERATE -> gemini(usage);
            default -> chat(model, usage);
        };
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String anthropic(String model, Usage usage) {
        return "{\"type\":\"message\",\"role\":\"assistant\"," + model
                + ",\"content\":[],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":" + usage.uncached()
                + ",\"cache_read_input_tokens\":" + usage.read() + ",\"cache_creation_input_tokens\":" + usage.written()
                + ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":" + usage.write()
                + ",\"ephemeral_1h_input_tokens\":" + usage.longWrite() + "},\"output_tokens\":" + usage.output()
                + "}}";
    }

    private static String converse(Usage usage) {
        return "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[]}},\"stopReason\":\"end_turn\",\"usage\":{"
                + "\"inputTokens\":" + usage.uncached() + ",\"cacheReadInputTokens\":" + usage.read()
                + ",\"cacheWriteInputTokens\":" + usage.written()
                + ",\"cacheDetails\":[{\"ttl\":\"5m\",\"inputTokens\":"
                + usage.write() + "},{\"ttl\":\"1h\",\"inputTokens\":" + usage.longWrite() + "}],\"outputTokens\":"
                + usage.output() + ",\"totalTokens\":" + (usage.input() + usage.output()) + "}}";
    }

    private static String responses(String model, Usage usage) {
        return "{\"object\":\"response\",\"status\":\"completed\"," + model
                + ",\"output\":[],\"usage\":{\"input_tokens\":"
                + usage.input() + ",\"input_tokens_details\":{\"cached_tokens\":" + usage.read()
                + ",\"cache_write_tokens\":" + usage.written() + "},\"output_tokens\":" + usage.output() + "}}";
    }

    private static String chat(String model, Usage usage) {
        return "{\"object\":\"chat.completion\"," + model
                + ",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"\"}}]"
                + ",\"usage\":{\"prompt_tokens\":" + usage.input() + ",\"completion_tokens\":" + usage.output()
                + ",\"total_tokens\":" + (usage.input() + usage.output())
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + usage.read() + ",\"cache_write_tokens\":"
                + usage.written() + "}}}";
    }

    private static String gemini(Usage usage) {
        return "{\"candidates\":[{\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":" + usage.input()
                + ",\"cachedContentTokenCount\":" + usage.read() + ",\"candidatesTokenCount\":" + usage.output()
                + "}}";
    }
}
