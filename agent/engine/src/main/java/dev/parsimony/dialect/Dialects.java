// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The APIs that Parsimony knows, in one list. A new one is one more entry here. Where a path may be any application's, the
 * request has to look like one, too.
 */
public final class Dialects {
    private static final Dialect CHAT = new Api(
            "openai.chat",
            "openai",
            Operation.CHAT,
            path -> path.endsWith("/chat/completions"),
            body -> body.get("messages").is(Kind.ARRAY),
            (path, body) -> new ChatLens(body.root(), new Path(path).deployment()),
            ChatReader::new);

    private static final Dialect RESPONSES = new Api(
            "openai.responses",
            "openai",
            Operation.CHAT,
            path -> path.endsWith("/responses"), // neither /responses/{id} nor /responses/compact
            body -> body.get("model").is(Kind.STRING) || body.get("prompt").is(Kind.OBJECT),
            (path, body) -> new ResponsesLens(body.root(), new Path(path).deployment()),
            ResponsesReader::new);

    private static final Dialect EMBEDDINGS = new Api(
            "openai.embeddings",
            "openai",
            Operation.EMBEDDINGS,
            path -> path.endsWith("/embeddings"),
            body -> body.get("input").exists(),
            (path, body) -> new EmbeddingsLens(body.root(), new Path(path).deployment()),
            EmbeddingsReader::new);

    private static final Dialect MESSAGES = new Api(
            "anthropic.messages",
            "anthropic",
            Operation.CHAT,
            path -> path.endsWith("/messages") && !new Path(path).belongsToAnother("messages"),
            body -> body.get("messages").is(Kind.ARRAY) && body.get("model").is(Kind.STRING),
            (path, body) -> new MessagesLens(body.root()),
            reading -> new MessagesReader());

    /** The rare ones first, whose paths may end as those of others do. */
    private static final List<Dialect> ALL = Stream.of(
                    Ollama.DIALECTS,
                    Cohere.DIALECTS,
                    Mistral.DIALECTS,
                    BedrockApis.DIALECTS,
                    List.of(CHAT, RESPONSES, EMBEDDINGS, MESSAGES),
                    GeminiApis.DIALECTS)
            .flatMap(List::stream)
            .toList();

    private Dialects() {}

    /** All of them. */
    public static List<Dialect> all() {
        return ALL;
    }

    /**
     * The first dialect that a path may be of, whatever the host.
     *
     * @param path the whole path, without query
     */
    public static Optional<Dialect> of(String path) {
        for (Dialect dialect : ALL) {
            if (dialect.recognises(path)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /**
     * The dialect of a request, whatever the host.
     *
     * @param path the whole path, without query
     * @param body the request
     */
    public static Optional<Dialect> of(String path, Json body) {
        for (Dialect dialect : ALL) {
            if (dialect.recognises(path) && dialect.fits(body)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /**
     * The dialect of a name, as the setting {@code hosts[].api} gives it.
     *
     * @param name such as {@code openai.chat}
     */
    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
