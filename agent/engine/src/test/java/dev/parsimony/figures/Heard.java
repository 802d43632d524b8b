// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.figures;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.dialect.EventStream;
import dev.parsimony.dialect.Frames;
import dev.parsimony.dialect.Host;
import dev.parsimony.dialect.Hosts;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Timeline;
import dev.parsimony.figures.Spoken.Event;
import dev.parsimony.price.Reckoning;
import dev.parsimony.price.Tariffs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What the agent makes of an answer: read by the dialect as the host counts, and billed.
 *
 * @param vector the call
 */
record Heard(Vector vector) {
    private static final Reckoning RECKONING = new Reckoning(Tariffs.builtIn());
    private static final Guard STRICT = new Guard((step, cause) -> {
        throw new AssertionError(step, cause);
    });

    Answer whole(String body) {
        AnswerReader reader = reader();
        reader.whole(Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
        return reader.answer();
    }

    Answer stream(List<Event> events) {
        AnswerReader reader = reader();
        EventStream stream = new EventStream(framing(), reader, false, STRICT);
        events.forEach(event -> stream.pass(Chunk.of(framed(event))));
        stream.end();
        return reader.answer();
    }

    /** A stream as it came, in pieces of any size. */
    Answer stream(byte[] bytes, int piece) {
        AnswerReader reader = reader();
        EventStream stream = new EventStream(framing(), reader, false, STRICT);
        for (int at = 0; at < bytes.length; at += piece) {
            stream.pass(Chunk.of(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece))));
        }
        stream.end();
        return reader.answer();
    }

    Cost billed(Answer answer) {
        Exchange exchange = new Exchange(opening(), new Timeline(() -> 0));
        exchange.answered(answer);
        return RECKONING.billed(exchange);
    }

    private Dialect dialect() {
        return Dialects.named(vector.api()).orElseThrow();
    }

    private Host host() {
        return Hosts.known().of(vector.host(), dialect());
    }

    private AnswerReader reader() {
        AnswerReader reader = dialect().reader(new Reading(false, host().customs()));
        reader.head(headers());
        return reader;
    }

    /** Some of Bedrock's models are counted in the headers alone. */
    private Headers headers() {
        return vector.api().equals("bedrock.invoke.cohere_embeddings")
                ? Headers.of(Map.of(
                        "X-Amzn-Bedrock-Input-Token-Count",
                        List.of(Long.toString(vector.usage().totalInput()))))
                : Headers.none();
    }

    private Framing framing() {
        return vector.api().startsWith("bedrock")
                ? Framing.AWS_MESSAGES
                : vector.api().startsWith("ollama") ? Framing.JSON_LINES : Framing.SERVER_SENT_EVENTS;
    }

    private byte[] framed(Event event) {
        return switch (framing()) {
            case AWS_MESSAGES -> amazons(event);
            case JSON_LINES -> (event.data() + "\n").getBytes(StandardCharsets.UTF_8);
            case SERVER_SENT_EVENTS ->
                ((event.name().isEmpty() ? "" : "event: " + event.name() + "\n") + "data: " + event.data() + "\n\n")
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    /** An invoked model's own events come in Base64, Nova's as members. */
    private byte[] amazons(Event event) {
        if (vector.api().equals("bedrock.converse")) {
            return Frames.event(event.name(), event.data());
        }
        String own = vector.api().equals("bedrock.invoke.nova")
                ? "{\"" + event.name() + "\":" + event.data() + "}"
                : event.data();
        String encoded = Base64.getEncoder().encodeToString(own.getBytes(StandardCharsets.UTF_8));
        return Frames.event("chunk", "{\"bytes\":\"" + encoded + "\"}");
    }

    private Opening opening() {
        return new Opening(
                vector.at(),
                "test",
                dialect().operation(),
                vector.api(),
                host().provider(),
                new Address("https", vector.host(), -1),
                vector.model(),
                false,
                Caller.unknown(),
                "",
                biller());
    }

    /** Hosts that our table does not know are billed by whom the user's settings name. */
    private String biller() {
        return switch (vector.host()) {
            case "api.z.ai" -> "zai";
            case "api.minimax.io" -> "minimax";
            case "api.voyageai.com" -> "voyage";
            default -> host().biller();
        };
    }
}
