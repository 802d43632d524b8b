// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Operation;
import java.util.List;
import java.util.Optional;

/** The APIs that Parsimony knows, in one list. A new one is one more entry here. */
public final class Dialects {
    private static final String BEDROCK = "aws.bedrock";

    private static final Dialect CHAT = new Api(
            "openai.chat",
            "openai",
            Operation.CHAT,
            path -> path.endsWith("/chat/completions"),
            (path, body) -> new ChatLens(body.root(), new Path(path).deployment()),
            (streamed, hidesUsage) -> new ChatReader(hidesUsage));

    private static final Dialect RESPONSES = new Api(
            "openai.responses",
            "openai",
            Operation.CHAT,
            path -> path.endsWith("/responses"), // neither /responses/{id} nor /responses/compact
            (path, body) -> new ResponsesLens(body.root(), new Path(path).deployment()),
            (streamed, hidesUsage) -> new ResponsesReader());

    private static final Dialect EMBEDDINGS = new Api(
            "openai.embeddings",
            "openai",
            Operation.EMBEDDINGS,
            path -> path.endsWith("/embeddings"),
            (path, body) -> new EmbeddingsLens(body.root(), new Path(path).deployment(), "input"),
            (streamed, hidesUsage) -> new EmbeddingsReader());

    private static final Dialect MESSAGES = new Api(
            "anthropic.messages",
            "anthropic",
            Operation.CHAT,
            path -> path.endsWith("/messages") && !new Path(path).belongsToAnother("messages"),
            (path, body) -> new MessagesLens(body.root()),
            (streamed, hidesUsage) -> new MessagesReader());

    private static final Dialect CONVERSE = new Api(
            "bedrock.converse",
            BEDROCK,
            Operation.CHAT,
            path -> new BedrockPath(path).asksFor("converse", "converse-stream"),
            (path, body) -> new ConverseLens(new BedrockPath(path), body.root()),
            (streamed, hidesUsage) -> new ConverseReader());

    private static final Dialect CLAUDE = new Api(
            "bedrock.invoke.claude",
            BEDROCK,
            Operation.CHAT,
            path -> new BedrockPath(path).invokes(InvokedLens.MAKER),
            (path, body) -> new InvokedLens(new BedrockPath(path), body.root(), new MessagesLens(body.root())),
            (streamed, hidesUsage) -> new ChunkReader(new MessagesReader(), ChunkReader.Naming::byType));

    private static final Dialect NOVA = new Api(
            "bedrock.invoke.nova",
            BEDROCK,
            Operation.CHAT,
            path -> new BedrockPath(path)
                    .invokes(
                            "amazon.nova-micro",
                            "amazon.nova-lite",
                            "amazon.nova-pro",
                            "amazon.nova-premier",
                            "amazon.nova-2-lite"),
            (path, body) -> new ConverseLens(new BedrockPath(path), body.root()),
            (streamed, hidesUsage) -> new ChunkReader(new ConverseReader(), ChunkReader.Naming::byMember));

    private static final Dialect TITAN_VECTORS = new Api(
            "bedrock.invoke.titan_embeddings",
            BEDROCK,
            Operation.EMBEDDINGS,
            path -> new BedrockPath(path).invokes("amazon.titan-embed-text"),
            (path, body) -> new EmbeddingsLens(body.root(), new BedrockPath(path).model(), "inputText"),
            (streamed, hidesUsage) -> new VectorReader());

    private static final Dialect COHERE_VECTORS = new Api(
            "bedrock.invoke.cohere_embeddings",
            BEDROCK,
            Operation.EMBEDDINGS,
            path -> new BedrockPath(path).invokes("cohere.embed-"),
            (path, body) -> new EmbeddingsLens(body.root(), new BedrockPath(path).model(), "texts"),
            (streamed, hidesUsage) -> new VectorReader());

    private static final List<Dialect> ALL =
            List.of(CHAT, RESPONSES, EMBEDDINGS, MESSAGES, CONVERSE, CLAUDE, NOVA, TITAN_VECTORS, COHERE_VECTORS);

    private Dialects() {}

    /** All of them. */
    public static List<Dialect> all() {
        return ALL;
    }

    /**
     * The dialect of a path, whatever the host.
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
     * The dialect of a name, as the setting {@code hosts[].api} gives it.
     *
     * @param name such as {@code openai.chat}
     */
    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
