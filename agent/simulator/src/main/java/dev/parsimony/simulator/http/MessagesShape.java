// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.anything;
import static dev.parsimony.simulator.http.Shape.either;
import static dev.parsimony.simulator.http.Shape.flag;
import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.number;
import static dev.parsimony.simulator.http.Shape.object;
import static dev.parsimony.simulator.http.Shape.tagged;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.told;
import static dev.parsimony.simulator.http.Shape.whole;
import static dev.parsimony.simulator.http.Shape.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Messages request may look like. Source: Anthropic's API reference and the parameters of anthropic-java 3.11.0. */
final class MessagesShape {

    private static final int LEAST_BUDGET = 1024;
    private static final long MANY = Integer.MAX_VALUE;

    /** A mark for the prompt cache. */
    static final Fields MARK = Fields.none().needs("type", words("ephemeral")).takes("ttl", words("5m", "1h"));

    private static final Fields TEXT = Fields.none()
            .needs("type", words("text"))
            .needs("text", text())
            .takes("cache_control", MARK)
            .takes("citations", anything());

    private static final Shape PART = tagged("type", parts());

    private static final Fields MESSAGE = Fields.none()
            .needs("role", words("user", "assistant", "system"))
            .needs("content", either(text(), list(PART)));

    private static final Fields OWN_TOOL = Fields.none()
            .needs("name", text())
            .needs("input_schema", object())
            .takes("type", words("custom"))
            .takes("description", text())
            .takes("cache_control", MARK)
            .takes("strict", flag())
            .takes("defer_loading", flag())
            .takes("eager_input_streaming", flag())
            .takes("allowed_callers", list(text()))
            .takes("input_examples", list(object()));

    private static final Shape TOOL = told(
            "type",
            Map.of(
                    "custom",
                    tagged("type", Map.of("custom", OWN_TOOL)),
                    "",
                    value -> OWN_TOOL.check(value).map(wrong -> wrong.under("custom"))),
            Fields.none()
                    .needs("type", text())
                    .takes("name", text())
                    .takes("cache_control", MARK)
                    .asAtLeast());

    private static final Fields PROMPT = Fields.none()
            .needs("model", text())
            .needs("messages", list(MESSAGE))
            .takes("system", either(text(), list(TEXT)))
            .takes("tools", list(TOOL))
            .takes(
                    "tool_choice",
                    Fields.none()
                            .needs("type", words("auto", "any", "tool", "none"))
                            .takes("name", text())
                            .takes("disable_parallel_tool_use", flag()))
            .takes(
                    "thinking",
                    tagged(
                            "type",
                            Map.of(
                                    "enabled",
                                    Fields.none()
                                            .needs("type", text())
                                            .needs("budget_tokens", whole(LEAST_BUDGET, MANY))
                                            .takes("display", text()),
                                    "disabled",
                                    Fields.none().needs("type", text()),
                                    "adaptive",
                                    Fields.none().needs("type", text()).takes("display", text()),
                                    "between_tools",
                                    Fields.none().needs("type", text()).takes("display", text()))))
            .takes(
                    "output_config",
                    Fields.none()
                            .takes("effort", words("low", "medium", "high", "xhigh", "max"))
                            .takes("format", object())
                            .asAtLeast())
            .takes("cache_control", MARK)
            .takes("speed", words("standard", "fast"));

    /** A request to count its tokens. */
    static final Fields COUNT = PROMPT;

    /** The whole request. */
    static final Fields REQUEST = PROMPT.needs("max_tokens", whole(0, MANY))
            .takes("stream", flag())
            .takes("temperature", number(0, 1))
            .takes("top_p", number(0, 1))
            .takes("top_k", whole(0, MANY))
            .takes("stop_sequences", list(text()))
            .takes("metadata", Fields.none().takes("user_id", text()))
            .takes("service_tier", words("auto", "standard_only"))
            .takes("container", anything())
            .takes("inference_geo", text())
            .takes("diagnostics", Fields.none().takes("previous_message_id", text()));

    /** The fields that only requests with a beta header may have. */
    static final List<String> BETA = List.of(
            "billing_policy",
            "compaction",
            "context_management",
            "fallback_credit_token",
            "fallbacks",
            "mcp_servers",
            "output_format",
            "thread");

    private MessagesShape() {}

    /** The same with the beta fields as well. */
    static Fields withBeta(Fields shape) {
        Fields more = shape;
        for (String field : BETA) {
            more = more.takes(field, anything());
        }
        return more;
    }

    private static Map<String, Shape> parts() {
        Map<String, Shape> parts = new HashMap<>();
        for (String name : partNames()) {
            parts.put(
                    name,
                    Fields.none()
                            .needs("type", text())
                            .takes("cache_control", MARK)
                            .asAtLeast());
        }
        parts.put("text", TEXT);
        parts.put("image", marked("source").takes("transformations", object()));
        parts.put("document", document());
        parts.put(
                "thinking",
                Fields.none().needs("type", text()).needs("thinking", text()).needs("signature", text()));
        parts.put("redacted_thinking", Fields.none().needs("type", text()).needs("data", text()));
        parts.put("tool_use", toolUse());
        parts.put("tool_result", toolResult());
        return parts;
    }

    private static Fields document() {
        return marked("source")
                .takes("citations", object())
                .takes("context", text())
                .takes("title", text());
    }

    private static Fields toolUse() {
        return marked("input")
                .needs("id", text())
                .needs("name", text())
                .takes("caller", object())
                .takes("toolset_name", text());
    }

    private static Fields toolResult() {
        return Fields.none()
                .needs("type", text())
                .needs("tool_use_id", text())
                .takes("content", either(text(), list(object())))
                .takes("is_error", flag())
                .takes("toolset_name", text())
                .takes("cache_control", MARK);
    }

    private static Fields marked(String field) {
        return Fields.none().needs("type", text()).needs(field, object()).takes("cache_control", MARK);
    }

    private static String[] partNames() {
        return new String[] {
            "bash_code_execution_tool_result",
            "code_execution_tool_result",
            "container_upload",
            "document",
            "image",
            "mcp_tool_result",
            "mcp_tool_use",
            "redacted_thinking",
            "search_result",
            "server_tool_use",
            "text",
            "text_editor_code_execution_tool_result",
            "thinking",
            "tool_reference",
            "tool_result",
            "tool_search_tool_result",
            "tool_use",
            "web_fetch_tool_result",
            "web_search_tool_result"
        };
    }
}
