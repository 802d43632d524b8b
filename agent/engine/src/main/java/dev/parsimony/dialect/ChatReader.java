// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Reading;
import java.util.stream.Stream;

/**
 * Reads answers of OpenAI Chat Completions.
 *
 * <p>Where usage was asked for by us, the provider adds one chunk with usage and no choices, and {@code "usage":null} to all
 * others. The one chunk is kept from the application; the nulls are not: the SDKs read them like an absent field, and to
 * take them out would mean to write every chunk anew, the very thing that breaks streams. A host that puts usage on a chunk
 * with choices instead has nothing hidden.
 */
final class ChatReader implements AnswerReader {
    private static final String DONE = "[DONE]";

    private final Reading reading;
    private final Draft draft = new Draft();
    private boolean begun;
    private boolean over;

    /**
     * A reader.
     *
     * @param reading whether the usage chunk is there because we asked for it, and how the host counts
     */
    ChatReader(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void whole(Json answer) {
        Node root = answer.root();
        read(root);
        for (Node choice : root.get("choices").items()) {
            choice(choice, choice.get("message"));
        }
    }

    @Override
    public boolean event(String name, EventData data) {
        over |= data.is(DONE);
        return !tells(data) || data.json().map(this::chunk).orElse(true);
    }

    /** Whether a chunk may tell more than content; most do not, and are not read. */
    private boolean tells(EventData data) {
        return !begun
                || data.mayHold("finish_reason")
                || data.mayHold("usage")
                || data.mayHold("error")
                || data.mayHold("refusal");
    }

    private boolean chunk(Json json) {
        begun = true;
        Node root = json.root();
        read(root);
        for (Node choice : root.get("choices").items()) {
            choice(choice, choice.get("delta"));
        }
        return !(reading.hidesUsage() && isUsageAlone(root));
    }

    private static boolean isUsageAlone(Node chunk) {
        return chunk.get("usage").isPresent()
                && chunk.get("choices").is(Kind.ARRAY)
                && chunk.get("choices").items().isEmpty();
    }

    private void read(Node root) {
        draft.head(root);
        draft.used(new OpenAiUsage(usage(root), reading));
        draft.error(root);
        if (root.get("object").is("error")) { // Mistral's
            draft.fail(root);
        }
    }

    /** The counts, which Groq has in a place of its own on a stream's last chunk, and Moonshot beside the last choice. */
    private static Node usage(Node root) {
        return Stream.concat(
                        Stream.of(root.get("usage"), root.get("x_groq").get("usage")),
                        root.get("choices").items().stream().map(choice -> choice.get("usage")))
                .filter(Node::isPresent)
                .findFirst()
                .orElse(root.get("usage"));
    }

    private void choice(Node choice, Node message) {
        if (message.get("refusal").length() > 2 && message.get("refusal").is(Kind.STRING)) {
            draft.end(Ending.REFUSED);
        }
        if (choice.get("finish_reason").is(Kind.STRING)) {
            String reason = choice.get("finish_reason").text();
            draft.finish(reason, ending(reason));
        }
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "stop", "tool_calls", "function_call", "eos" -> Ending.NATURAL;
            case "length", "model_length" -> Ending.TRUNCATED;
            case "content_filter" -> Ending.REFUSED;
            case "error", "insufficient_system_resource" -> Ending.FAILED;
            default -> Ending.OPEN;
        };
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public Answer answer() {
        return draft.answer();
    }
}
