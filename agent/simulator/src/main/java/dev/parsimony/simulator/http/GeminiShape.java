// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.anything;
import static dev.parsimony.simulator.http.Shape.either;
import static dev.parsimony.simulator.http.Shape.flag;
import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.number;
import static dev.parsimony.simulator.http.Shape.object;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.whole;

/**
 * What a request of Gemini's may look like, its names in lower camel case. Source: the Gemini API's reference of v1beta and the types of google-genai
 * 1.70.0.
 */
final class GeminiShape {

    private static final long MANY = Integer.MAX_VALUE;

    private static final Fields BLOB =
            Fields.none().needs("mimeType", text()).needs("data", text()).takes("displayName", text());

    private static final Fields FILE =
            Fields.none().takes("mimeType", text()).needs("fileUri", text()).takes("displayName", text());

    private static final Fields CALL =
            Fields.none().needs("name", text()).takes("args", object()).takes("id", text());

    private static final Fields RESPONSE = Fields.none()
            .needs("name", text())
            .needs("response", object())
            .takes("id", text())
            .takes("parts", anything())
            .takes("willContinue", flag())
            .takes("scheduling", text());

    private static final Fields PART = Fields.none()
            .takes("text", text())
            .takes("thought", flag())
            .takes("thoughtSignature", text())
            .takes("inlineData", BLOB)
            .takes("fileData", FILE)
            .takes("functionCall", CALL)
            .takes("functionResponse", RESPONSE)
            .takes("executableCode", object())
            .takes("codeExecutionResult", object())
            .takes("videoMetadata", object())
            .takes("mediaResolution", anything())
            .takes("partMetadata", object());

    private static final Fields CONTENT = Fields.none().takes("role", text()).takes("parts", several(PART));

    private static final Fields FUNCTION = Fields.none()
            .needs("name", text())
            .takes("description", text())
            .takes("parameters", object())
            .takes("parametersJsonSchema", anything())
            .takes("response", anything())
            .takes("responseJsonSchema", anything())
            .takes("behavior", text());

    private static final Fields TOOL = Fields.none()
            .takes("functionDeclarations", several(FUNCTION))
            .takes("googleSearch", object())
            .takes("googleSearchRetrieval", object())
            .takes("codeExecution", object())
            .takes("urlContext", object())
            .takes("computerUse", object())
            .takes("fileSearch", object())
            .takes("googleMaps", object());

    private static final Fields TOOL_CONFIG = Fields.none()
            .takes(
                    "functionCallingConfig",
                    Fields.none().takes("mode", text()).takes("allowedFunctionNames", list(text())))
            .takes("retrievalConfig", object());

    private static final Fields THINKING = Fields.none()
            .takes("includeThoughts", flag())
            .takes("thinkingBudget", whole(-1, MANY))
            .takes("thinkingLevel", text());

    private static final Fields CONFIG = Fields.none()
            .takes("candidateCount", whole(1, 8))
            .takes("stopSequences", several(text()))
            .takes("maxOutputTokens", whole(1, MANY))
            .takes("temperature", number(0, 2))
            .takes("topP", number(0, 1))
            .takes("topK", number(0, MANY))
            .takes("presencePenalty", number(-2, 2))
            .takes("frequencyPenalty", number(-2, 2))
            .takes("seed", whole(Integer.MIN_VALUE, MANY))
            .takes("responseLogprobs", flag())
            .takes("logprobs", whole(0, 20))
            .takes("responseMimeType", text())
            .takes("responseSchema", object())
            .takes("responseJsonSchema", anything())
            .takes("responseModalities", several(text()))
            .takes("thinkingConfig", THINKING)
            .takes("speechConfig", object())
            .takes("imageConfig", object())
            .takes("mediaResolution", text())
            .takes("enableEnhancedCivicAnswers", flag());

    private static final Fields SAFETY = Fields.none().needs("category", text()).needs("threshold", text());

    /** A request for content, at the Gemini API. */
    static final Fields REQUEST = Fields.none()
            .takes("model", text())
            .takes("contents", several(CONTENT))
            .takes("systemInstruction", CONTENT)
            .takes("tools", several(TOOL))
            .takes("toolConfig", TOOL_CONFIG)
            .takes("safetySettings", several(SAFETY))
            .takes("generationConfig", CONFIG)
            .takes("cachedContent", text())
            .takes("serviceTier", text())
            .takes("store", flag());

    /** The same at Vertex AI. */
    static final Fields VERTEX_REQUEST = REQUEST.takes("labels", object()).takes("modelArmorConfig", object());

    /** A request to count its tokens: contents, or a whole request for content. */
    static final Fields COUNT = REQUEST.takes("generateContentRequest", REQUEST);

    private static final Fields EMBED = Fields.none()
            .takes("model", text())
            .needs("content", CONTENT)
            .takes("taskType", text())
            .takes("title", text())
            .takes("outputDimensionality", whole(1, GeminiEmbeddingsEndpoint.MOST_DIMENSIONS))
            .takes("autoTruncate", flag())
            .takes("embedContentConfig", object());

    /** A request to embed one content. */
    static final Fields EMBED_ONE = EMBED;

    /** A request to embed several. */
    static final Fields EMBED_SEVERAL = Fields.none().needs("requests", several(EMBED.needs("model", text())));

    private GeminiShape() {}

    /** A list; Google also takes its single item. */
    private static Shape several(Shape each) {
        return either(list(each), each);
    }
}
