// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A Responses answer as its events, in the order and with the numbers OpenAI sends them. */
final class ResponsesStream {

    private final ResponsesAnswer answer;
    private final Stream stream = new Stream();
    private int sequence;

    ResponsesStream(ResponsesAnswer answer) {
        this.answer = answer;
    }

    Reply reply() {
        response("response.created", answer.begun());
        response("response.in_progress", answer.begun());
        if (answer.thought()) {
            stream.reached(answer.written().reasoningTokens());
            item("response.output_item.added", 0, answer.reasoning());
            item("response.output_item.done", 0, answer.reasoning());
        }
        output(answer.thought() ? 1 : 0);
        ObjectNode whole = answer.whole();
        response("response." + whole.get("status").stringValue(), whole);
        return stream.reply();
    }

    private void output(int index) {
        item("response.output_item.added", index, answer.empty());
        Answer.Content content = answer.written().content();
        if (content instanceof Answer.Tool) {
            deltas("response.function_call_arguments.delta", index, false);
            ObjectNode done = at("response.function_call_arguments.done", index, false);
            send(done.put("arguments", content.words()));
        } else {
            part(index, content);
        }
        stream.reached(answer.written().outputTokens());
        String status = answer.whole().get("status").stringValue();
        item("response.output_item.done", index, answer.item(status));
    }

    private void part(int index, Answer.Content content) {
        boolean refusal = content instanceof Answer.Refusal;
        String kind = refusal ? "response.refusal" : "response.output_text";
        ObjectNode added = at("response.content_part.added", index, true);
        added.set("part", answer.part(""));
        send(added);
        deltas(kind + ".delta", index, true);
        ObjectNode done = at(kind + ".done", index, true).put(refusal ? "refusal" : "text", content.words());
        if (!refusal) {
            done.putArray("logprobs");
        }
        send(done);
        ObjectNode ended = at("response.content_part.done", index, true);
        ended.set("part", answer.part(content.words()));
        send(ended);
    }

    private void deltas(String type, int index, boolean inPart) {
        List<String> pieces = answer.written().pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            stream.reached(answer.written().tokensAfter(piece + 1, pieces.size()));
            ObjectNode delta = at(type, index, inPart).put("delta", pieces.get(piece));
            if (type.equals("response.output_text.delta")) {
                delta.putArray("logprobs");
            }
            send(delta);
        }
    }

    private ObjectNode at(String type, int index, boolean inPart) {
        ObjectNode event = event(type).put("item_id", answer.itemId()).put("output_index", index);
        return inPart ? event.put("content_index", 0) : event;
    }

    private void item(String type, int index, ObjectNode item) {
        ObjectNode event = event(type).put("output_index", index);
        event.set("item", item);
        send(event);
    }

    private void response(String type, ObjectNode response) {
        ObjectNode event = event(type);
        event.set("response", response);
        send(event);
    }

    private ObjectNode event(String type) {
        return Json.object().put("type", type).put("sequence_number", sequence++);
    }

    private void send(ObjectNode event) {
        stream.event(event.get("type").stringValue(), event);
    }
}
