// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model says that Bedrock invokes, whole or in chunks.
 *
 * @param maker whose words it is said in
 * @param written what it says
 * @param input tokens of the prompt
 */
record InvokedText(Maker maker, Written written, long input) {

    /** Whose words. */
    enum Maker {
        /** A Llama's. */
        META {
            @Override
            ObjectNode said(String words, Progress progress) {
                return Json.object()
                        .put("generation", words)
                        .put("prompt_token_count", progress.prompt())
                        .put("generation_token_count", progress.generated())
                        .put("stop_reason", progress.reason());
            }
        },
        /** Those of Mistral's models for one prompt. */
        MISTRAL_TEXT {
            @Override
            ObjectNode said(String words, Progress progress) {
                ObjectNode said = Json.object();
                said.putArray("outputs").addObject().put("text", words).put("stop_reason", progress.reason());
                return said;
            }
        },
        /** Those of Mistral's models for messages. */
        MISTRAL_CHAT {
            @Override
            ObjectNode said(String words, Progress progress) {
                ObjectNode said = Json.object();
                ObjectNode choice = said.putArray("choices").addObject().put("index", 0);
                choice.putObject("message").put("role", "assistant").put("content", words);
                choice.put("stop_reason", progress.reason());
                return said;
            }
        };

        abstract ObjectNode said(String words, Progress progress);
    }

    /**
     * How far an answer has come.
     *
     * @param prompt tokens of the prompt, told once
     * @param generated tokens of the answer so far
     * @param reason why it stopped, at its end
     */
    record Progress(
            @Nullable Long prompt, int generated, @Nullable String reason) {}

    ObjectNode whole() {
        return maker.said(written.content().words(), new Progress(input, written.outputTokens(), reason()));
    }

    private String reason() {
        return written.finish().ollama();
    }

    /** In chunks; the last brings Bedrock's own counts. */
    Reply stream() {
        Frames frames = new Frames();
        List<String> pieces = written.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            int tokens = written.tokensAfter(i + 1, pieces.size());
            frames.reached(tokens);
            chunk(frames, maker.said(pieces.get(i), new Progress(i == 0 ? input : null, tokens, null)));
        }
        frames.reached(written.outputTokens());
        ObjectNode last = maker.said("", new Progress(null, written.outputTokens(), reason()));
        last.putObject("amazon-bedrock-invocationMetrics")
                .put("inputTokenCount", input)
                .put("outputTokenCount", written.outputTokens())
                .put("invocationLatency", 10)
                .put("firstByteLatency", 5);
        chunk(frames, last);
        return frames.reply();
    }

    private static void chunk(Frames frames, ObjectNode event) {
        byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
        frames.event(
                "chunk",
                Json.object()
                        .put("bytes", Base64.getEncoder().encodeToString(bytes))
                        .put("p", "abc"));
    }
}
