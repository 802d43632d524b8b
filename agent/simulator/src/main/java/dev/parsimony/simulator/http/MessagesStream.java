// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A Messages answer as its events, in the order Anthropic sends them. */
final class MessagesStream {

    private final MessagesAnswer answer;
    private final Stream stream = new Stream();

    MessagesStream(MessagesAnswer answer) {
        this.answer = answer;
    }

    Reply reply() {
        ObjectNode start = event("message_start");
        start.set("message", answer.begun());
        send(start);
        int index = 0;
        if (answer.thought()) {
            thinking(index++);
        }
        if (!answer.written().content().words().isEmpty()) {
            content(index);
        }
        end();
        return stream.reply();
    }

    private void thinking(int index) {
        start(index, answer.thinking().put("signature", ""));
        stream.reached(answer.written().reasoningTokens());
        ObjectNode delta = Json.object()
                .put("type", "signature_delta")
                .put("signature", answer.thinking().get("signature").stringValue());
        delta(index, delta);
        stop(index);
    }

    private void content(int index) {
        boolean tool = answer.written().content() instanceof Answer.Tool;
        start(index, answer.block(""));
        if (index == 0) {
            send(event("ping"));
        }
        List<String> pieces = answer.written().pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            stream.reached(answer.written().tokensAfter(piece + 1, pieces.size()));
            delta(
                    index,
                    Json.object()
                            .put("type", tool ? "input_json_delta" : "text_delta")
                            .put(tool ? "partial_json" : "text", pieces.get(piece)));
        }
        stop(index);
    }

    private void end() {
        stream.reached(answer.written().outputTokens());
        ObjectNode end = event("message_delta");
        end.set("delta", answer.end(Json.object()));
        end.set("usage", answer.closingUsage());
        send(end);
        send(event("message_stop"));
    }

    private void start(int index, ObjectNode block) {
        ObjectNode start = event("content_block_start").put("index", index);
        start.set("content_block", block);
        send(start);
    }

    private void delta(int index, ObjectNode what) {
        ObjectNode delta = event("content_block_delta").put("index", index);
        delta.set("delta", what);
        send(delta);
    }

    private void stop(int index) {
        send(event("content_block_stop").put("index", index));
    }

    private static ObjectNode event(String type) {
        return Json.object().put("type", type);
    }

    private void send(ObjectNode event) {
        stream.event(event.get("type").stringValue(), event);
    }
}
