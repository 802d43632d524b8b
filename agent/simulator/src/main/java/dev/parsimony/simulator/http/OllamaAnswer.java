// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Ollama's, whole or in lines.
 *
 * @param model the model as it was asked for
 * @param created when
 * @param chat whether it is a message, not a text
 * @param written what it says
 * @param input tokens of the prompt
 */
record OllamaAnswer(String model, String created, boolean chat, Written written, long input) {

    private static final long NANOS = 1_000_000;

    ObjectNode whole() {
        return ending(written.content().words());
    }

    /** What is said to a request that asks nothing. */
    ObjectNode loaded(String how) {
        return said("").put("done", true).put("done_reason", how);
    }

    Reply stream() {
        Stream stream = new Stream();
        boolean tool = written.content() instanceof Answer.Tool;
        List<String> pieces = tool ? List.of() : written.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            stream.reached(written.tokensAfter(piece + 1, pieces.size()));
            stream.line(said(pieces.get(piece)).put("done", false));
        }
        stream.reached(written.outputTokens());
        stream.line(ending(tool ? written.content().words() : ""));
        return stream.lines();
    }

    private ObjectNode said(String words) {
        ObjectNode body = Json.object().put("model", model).put("created_at", created);
        if (!chat) {
            return body.put("response", words);
        }
        ObjectNode message = body.putObject("message").put("role", "assistant");
        if (written.content() instanceof Answer.Tool tool && !words.isEmpty()) {
            ObjectNode function = message.put("content", "")
                    .putArray("tool_calls")
                    .addObject()
                    .putObject("function")
                    .put("name", tool.name());
            function.set("arguments", Json.read(words));
        } else {
            message.put("content", words);
        }
        return body;
    }

    private ObjectNode ending(String words) {
        return said(words)
                .put("done", true)
                .put("done_reason", written.finish().ollama())
                .put("total_duration", 5 * NANOS)
                .put("load_duration", NANOS)
                .put("prompt_eval_count", input)
                .put("prompt_eval_duration", NANOS)
                .put("eval_count", written.outputTokens())
                .put("eval_duration", 3 * NANOS);
    }
}
