// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stream of an invoked model: each {@code chunk} holds, in Base64, an event of the model's own, and the last one
 * the counts of Bedrock's beside it.
 */
final class ChunkReader implements AnswerReader {
    private static final String METRICS = "amazon-bedrock-invocationMetrics";

    private final AnswerReader reader;
    private final Naming naming;
    private @Nullable Usage counted;

    /** How a family of models tells its events apart. */
    interface Naming {
        /** Shows the reader an event. */
        void show(Node event, AnswerReader reader);

        /** By the member {@code type}: Claude. */
        static void byType(Node event, AnswerReader reader) {
            reader.event(event.get("type").text(), data(event));
        }

        /** By the one member that holds the event: Nova. */
        static void byMember(Node event, AnswerReader reader) {
            event.children().stream()
                    .filter(member -> !member.name().equals(METRICS))
                    .forEach(member -> reader.event(member.name(), data(member)));
        }

        /** Not at all. */
        static void none(Node event, AnswerReader reader) {
            reader.event("", data(event));
        }

        private static EventData data(Node node) {
            return new EventData(node.json().bytes(), node.start(), node.end());
        }
    }

    /**
     * A reader.
     *
     * @param reader reads the model's own events and answers
     * @param naming how the model tells its events apart
     */
    ChunkReader(AnswerReader reader, Naming naming) {
        this.reader = reader;
        this.naming = naming;
    }

    @Override
    public void head(Headers headers) {
        counted = BedrockUsage.of(headers);
    }

    @Override
    public void whole(Json answer) {
        reader.whole(answer);
    }

    @Override
    public int depth() {
        return reader.depth();
    }

    @Override
    public boolean event(String name, EventData data) {
        data.json().map(json -> json.root().get("bytes").text()).ifPresent(this::chunk);
        return true;
    }

    private void chunk(String encoded) {
        Json.read(Base64.getDecoder().decode(encoded)).ifPresent(json -> {
            Usage told = BedrockUsage.of(json.root().get(METRICS));
            counted = told == null ? counted : told;
            naming.show(json.root(), reader);
        });
    }

    @Override
    public void error(String type) {
        reader.error(type);
    }

    @Override
    public boolean isOver() {
        return reader.isOver() || counted != null;
    }

    @Override
    public Answer answer() {
        Answer own = reader.answer();
        return own.usage() != null || counted == null
                ? own
                : new Answer(
                        own.id(),
                        own.model(),
                        List.copyOf(own.finishReasons()),
                        counted,
                        own.terms(),
                        own.errorType(),
                        own.ending());
    }
}
