// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Requests and answers as they go over the wire, and ways to look at them. */
final class Samples {
    /** A guard that hides nothing from a test. */
    static final Guard STRICT = new Guard((step, cause) -> {
        throw new AssertionError(step, cause);
    });

    private Samples() {}

    /** A body from the file beside this class. */
    static byte[] body(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A text with single quotes for double ones, read as JSON. */
    static Json json(String singleQuoted) {
        return json(singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static Json json(byte[] body) {
        return Json.read(body).orElseThrow();
    }

    static Lens chat(String singleQuoted) {
        return Dialects.of("/v1/chat/completions").orElseThrow().lens("/v1/chat/completions", json(singleQuoted));
    }

    static Lens responses(String singleQuoted) {
        return Dialects.of("/v1/responses").orElseThrow().lens("/v1/responses", json(singleQuoted));
    }

    static Lens messages(String singleQuoted) {
        return Dialects.of("/v1/messages").orElseThrow().lens("/v1/messages", json(singleQuoted));
    }

    /** A request to a model of Gemini's. */
    static Lens gemini(String model, String singleQuoted) {
        return at("/v1beta/models/" + model + ":generateContent", singleQuoted);
    }

    /** A request to a path that tells its API. */
    static Lens at(String path, String singleQuoted) {
        return Dialects.of(path).orElseThrow().lens(path, json(singleQuoted));
    }

    /** Reads a request as a dialect does, for changes that are to be looked at as text. */
    static Lens lens(String dialect, byte[] body) {
        return Dialects.named(dialect).orElseThrow().lens("/any", json(body));
    }

    /** The request after a change, as text with single quotes; the reason where it was refused. */
    static String made(String singleQuoted, Change change) {
        if (change instanceof Change.Refuse refuse) {
            return refuse.reason();
        }
        byte[] body = singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        byte[] changed = ((Change.Make) change).edits().apply(body);
        Node root = json(changed).root();
        return root.raw().replace('"', '\'');
    }

    /** One event of a stream, its data with single quotes for double ones. */
    static String event(String name, String data) {
        return String.join("\n", "event: " + name, "data: " + data.replace('\'', '"'), "", "");
    }

    /** Reads a whole stream that comes as one chunk. */
    static AnswerReader read(AnswerReader reader, byte[] stream) {
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, reader, false, STRICT);
        events.pass(Chunk.of(stream));
        events.end();
        return reader;
    }

    /** Reads a stream of JSON lines, written with single quotes for double ones. */
    static AnswerReader readLines(AnswerReader reader, String... lines) {
        EventStream events = new EventStream(Framing.JSON_LINES, reader, false, STRICT);
        for (String line : lines) {
            events.pass(Chunk.of((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        events.end();
        return reader;
    }

    static AnswerReader read(AnswerReader reader, String stream) {
        return read(reader, stream.getBytes(StandardCharsets.UTF_8));
    }
}
