// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.anything;
import static dev.parsimony.simulator.http.Shape.flag;
import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.number;
import static dev.parsimony.simulator.http.Shape.object;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.whole;
import static dev.parsimony.simulator.http.Shape.words;

/** What a Converse request may look like. Source: Amazon Bedrock's API reference and bedrockruntime 2.54.14. */
final class ConverseShape {

    private static final Fields POINT =
            Fields.none().needs("type", words("default")).takes("ttl", words("5m", "1h"));

    private static final Fields PART = Fields.none()
            .takes("text", text())
            .takes("image", object())
            .takes("document", object())
            .takes("video", object())
            .takes("audio", object())
            .takes("toolUse", object())
            .takes("toolResult", object())
            .takes("guardContent", object())
            .takes("reasoningContent", object())
            .takes("citationsContent", object())
            .takes("searchResult", object())
            .takes("cachePoint", POINT);

    private static final Fields MESSAGE =
            Fields.none().needs("role", words("user", "assistant")).needs("content", list(PART));

    private static final Fields SYSTEM =
            Fields.none().takes("text", text()).takes("guardContent", object()).takes("cachePoint", POINT);

    private static final Fields SPEC = Fields.none()
            .needs("name", text())
            .needs("inputSchema", object())
            .takes("description", text())
            .takes("strict", flag());

    private static final Fields TOOLS = Fields.none()
            .needs(
                    "tools",
                    list(Fields.none()
                            .takes("toolSpec", SPEC)
                            .takes("systemTool", object())
                            .takes("cachePoint", POINT)))
            .takes("toolChoice", object());

    private static final Fields INFERENCE = Fields.none()
            .takes("maxTokens", whole(1, Integer.MAX_VALUE))
            .takes("temperature", number(0, 1))
            .takes("topP", number(0, 1))
            .takes("stopSequences", list(text()));

    /** The whole request. */
    static final Fields REQUEST = Fields.none()
            .takes("messages", list(MESSAGE))
            .takes("system", list(SYSTEM))
            .takes("inferenceConfig", INFERENCE)
            .takes("toolConfig", TOOLS)
            .takes("guardrailConfig", object())
            .takes("additionalModelRequestFields", anything())
            .takes("additionalModelResponseFieldPaths", list(text()))
            .takes("promptVariables", object())
            .takes("requestMetadata", object())
            .takes("performanceConfig", object())
            .takes("serviceTier", object())
            .takes("outputConfig", object());

    private ConverseShape() {}
}
