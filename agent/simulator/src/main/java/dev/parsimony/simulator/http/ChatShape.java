// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.anything;
import static dev.parsimony.simulator.http.Shape.either;
import static dev.parsimony.simulator.http.Shape.flag;
import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.number;
import static dev.parsimony.simulator.http.Shape.object;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.told;
import static dev.parsimony.simulator.http.Shape.whole;
import static dev.parsimony.simulator.http.Shape.words;

import java.util.Map;

/** What a Chat Completions request may look like. Source: OpenAI's API reference and the parameters of openai-java 4.100.0. */
final class ChatShape {

    private static final long MANY = Integer.MAX_VALUE;

    /** The mark of a caller's breakpoint, on a part of a message. */
    static final Shape BREAKPOINT = Fields.none().needs("mode", words("explicit"));

    /** The wishes for the prompt cache, of GPT-5.6 and later. */
    static final Fields CACHE_OPTIONS =
            Fields.none().takes("mode", words("implicit", "explicit")).takes("ttl", words("30m"));

    private static final Shape TEXT_PART = Fields.none()
            .needs("type", words("text"))
            .needs("text", text())
            .takes("prompt_cache_breakpoint", BREAKPOINT);

    private static final Shape PART = told(
            "type",
            Map.of(
                    "text", TEXT_PART,
                    "refusal", Fields.none().needs("type", text()).needs("refusal", text()),
                    "image_url", media("image_url"),
                    "input_audio", media("input_audio"),
                    "file", media("file")),
            Fields.none()
                    .needs("type", words("text", "image_url", "input_audio", "refusal", "file"))
                    .asAtLeast());

    private static final Shape CONTENT = either(text(), list(PART));

    private static final Shape TOOL_CALL = told(
            "type",
            Map.of("custom", object()),
            Fields.none()
                    .needs("id", text())
                    .needs("type", words("function", "custom"))
                    .needs("function", Fields.none().needs("name", text()).needs("arguments", text())));

    private static final Shape MESSAGE = told(
            "role",
            Map.of(
                    "system", spoken(),
                    "developer", spoken(),
                    "user", spoken(),
                    "assistant", assistant(),
                    "tool",
                            Fields.none()
                                    .needs("role", text())
                                    .needs("content", CONTENT)
                                    .needs("tool_call_id", text()),
                    "function",
                            Fields.none()
                                    .needs("role", text())
                                    .takes("content", CONTENT)
                                    .needs("name", text())),
            Fields.none()
                    .needs("role", words("system", "assistant", "user", "function", "tool", "developer"))
                    .asAtLeast());

    private static final Shape FUNCTION = Fields.none()
            .needs("name", text())
            .takes("description", text())
            .takes("parameters", object())
            .takes("strict", flag());

    /** The whole request. */
    static final Fields REQUEST = sampling(Fields.none().needs("model", text()).needs("messages", list(MESSAGE)))
            .takes("stream", flag())
            .takes(
                    "stream_options",
                    Fields.none().takes("include_usage", flag()).takes("include_obfuscation", flag()))
            .takes("max_tokens", whole(1, MANY))
            .takes("max_completion_tokens", whole(1, MANY))
            .takes(
                    "tools",
                    list(told(
                            "type",
                            Map.of("custom", object()),
                            Fields.none()
                                    .needs("type", words("function", "custom"))
                                    .needs("function", FUNCTION))))
            .takes("tool_choice", either(words("none", "auto", "required"), object()))
            .takes("parallel_tool_calls", flag())
            .takes("functions", list(FUNCTION))
            .takes("function_call", either(words("none", "auto"), object()))
            .takes(
                    "response_format",
                    told(
                            "type",
                            Map.of("json_schema", object()),
                            Fields.none().needs("type", words("text", "json_object", "json_schema"))))
            .takes("reasoning_effort", words("none", "minimal", "low", "medium", "high", "xhigh", "max"))
            .takes("verbosity", words("low", "medium", "high"))
            .takes("service_tier", words("auto", "default", "flex", "scale", "priority", "fast"))
            .takes("prompt_cache_key", text())
            .takes("prompt_cache_options", CACHE_OPTIONS)
            .takes("prompt_cache_retention", words("in_memory", "in-memory", "24h"))
            .takes("safety_identifier", text())
            .takes("user", text())
            .takes("metadata", object())
            .takes("store", flag())
            .takes("modalities", list(words("text", "audio")))
            .takes("audio", object())
            .takes("prediction", object())
            .takes("moderation", object())
            .takes("web_search_options", object());

    private ChatShape() {}

    private static Fields sampling(Fields fields) {
        return fields.takes("temperature", number(0, 2))
                .takes("top_p", number(0, 1))
                .takes("n", whole(1, 128))
                .takes("stop", either(text(), list(text())))
                .takes("presence_penalty", number(-2, 2))
                .takes("frequency_penalty", number(-2, 2))
                .takes("logit_bias", object())
                .takes("logprobs", flag())
                .takes("top_logprobs", whole(0, 20))
                .takes("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Fields media(String field) {
        return Fields.none().needs("type", text()).needs(field, object()).takes("prompt_cache_breakpoint", BREAKPOINT);
    }

    private static Fields spoken() {
        return Fields.none().needs("role", text()).needs("content", CONTENT).takes("name", text());
    }

    private static Fields assistant() {
        return Fields.none()
                .needs("role", text())
                .takes("content", CONTENT)
                .takes("refusal", text())
                .takes("name", text())
                .takes("audio", object())
                .takes("annotations", anything())
                .takes("function_call", object())
                .takes("tool_calls", list(TOOL_CALL));
    }
}
