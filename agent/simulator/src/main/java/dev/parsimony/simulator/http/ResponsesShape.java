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

/** What a Responses request may look like. Source: OpenAI's API reference and the parameters of openai-java 4.100.0. */
final class ResponsesShape {

    private static final int LEAST_OUTPUT = 16;
    private static final long MANY = Integer.MAX_VALUE;

    private static final Shape PART = told(
            "type",
            Map.of(
                    "input_text",
                            Fields.none()
                                    .needs("type", text())
                                    .needs("text", text())
                                    .takes("prompt_cache_breakpoint", ChatShape.BREAKPOINT),
                    "output_text",
                            Fields.none()
                                    .needs("type", text())
                                    .needs("text", text())
                                    .takes("annotations", anything())
                                    .takes("logprobs", anything()),
                    "input_image", object(),
                    "input_file", object(),
                    "input_audio", object(),
                    "refusal", object()),
            Fields.none()
                    .needs(
                            "type",
                            words("input_text", "input_image", "output_text", "refusal", "input_file", "input_audio"))
                    .asAtLeast());

    private static final Fields MESSAGE = Fields.none()
            .needs("role", words("assistant", "system", "developer", "user"))
            .needs("content", either(text(), list(PART)))
            .takes("type", words("message"))
            .takes("id", text())
            .takes("phase", text())
            .takes("status", text());

    /** What is no message; as openai-java 4.100 lists it. Parts of messages, {@code input_text} and its like, are no items. */
    private static final Shape ITEMS = words(
            "file_search_call",
            "computer_call",
            "computer_call_output",
            "web_search_call",
            "function_call",
            "function_call_output",
            "tool_search_call",
            "tool_search_output",
            "additional_tools",
            "configuration_update",
            "reasoning",
            "compaction",
            "compaction_trigger",
            "image_generation_call",
            "code_interpreter_call",
            "local_shell_call",
            "local_shell_call_output",
            "shell_call",
            "shell_call_output",
            "apply_patch_call",
            "apply_patch_call_output",
            "mcp_list_tools",
            "mcp_approval_request",
            "mcp_approval_response",
            "mcp_call",
            "custom_tool_call",
            "custom_tool_call_output",
            "item_reference",
            "program",
            "program_output");

    private static final Shape ITEM = told(
            "type",
            Map.of("message", MESSAGE, "", MESSAGE),
            Fields.none().needs("type", ITEMS).asAtLeast());

    /** The whole request. */
    static final Fields REQUEST = cache(answer(Fields.none()
                    .needs("model", text())
                    .takes("input", either(text(), list(ITEM)))
                    .takes("instructions", text())
                    .takes("previous_response_id", text())
                    .takes("conversation", either(text(), object()))
                    .takes("prompt", object())
                    .takes("context_management", list(object()))
                    .takes("background", flag())
                    .takes("include", list(text()))
                    .takes("metadata", object())
                    .takes("moderation", object())
                    .takes("access_programs", anything())
                    .takes("image", object())
                    .takes("safety_identifier", text())
                    .takes("user", text())
                    .takes("store", flag())
                    .takes("stream", flag())
                    .takes("stream_options", Fields.none().takes("include_obfuscation", flag()))))
            .takes("truncation", words("auto", "disabled"));

    private ResponsesShape() {}

    private static Fields answer(Fields fields) {
        return fields.takes("max_output_tokens", whole(LEAST_OUTPUT, MANY))
                .takes("max_tool_calls", whole(1, MANY))
                .takes("temperature", number(0, 2))
                .takes("top_p", number(0, 1))
                .takes("top_logprobs", whole(0, 20))
                .takes("reasoning", object())
                .takes("text", object())
                .takes("tools", list(Fields.none().needs("type", text()).asAtLeast()))
                .takes("tool_choice", either(words("none", "auto", "required"), object()))
                .takes("parallel_tool_calls", flag());
    }

    private static Fields cache(Fields fields) {
        return fields.takes("prompt_cache_key", text())
                .takes(
                        "prompt_cache_options",
                        Fields.none()
                                .takes("mode", words("implicit", "explicit"))
                                .takes("ttl", words("30m", "12h"))
                                .takes("comparison_response_id", text()))
                .takes("prompt_cache_retention", words("in_memory", "in-memory", "24h"))
                .takes("service_tier", words("auto", "default", "flex", "scale", "priority", "fast"));
    }
}
