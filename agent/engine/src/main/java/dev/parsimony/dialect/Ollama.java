// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Operation;
import java.util.List;

/**
 * Ollama's own API, beside which it speaks OpenAI's; documentation of its API as of November 2026. Its paths may be any
 * application's, so that the request has to look like one, too.
 */
final class Ollama {
    private static final String PROVIDER = "ollama";

    private static final Dialect CHAT = new Api(
            "ollama.chat",
            PROVIDER,
            Operation.CHAT,
            path -> path.endsWith("/api/chat"),
            body -> namesModel(body) && body.get("messages").is(Kind.ARRAY),
            (path, body) -> new OllamaLens(body.root(), body.root().get("messages")),
            reading -> new OllamaReader());

    private static final Dialect GENERATE = new Api(
            "ollama.generate",
            PROVIDER,
            Operation.TEXT_COMPLETION,
            path -> path.endsWith("/api/generate"),
            body -> namesModel(body) && body.get("prompt").is(Kind.STRING),
            (path, body) -> new OllamaLens(body.root(), body.root().get("prompt")),
            reading -> new OllamaReader());

    private static final Dialect EMBED = new Api(
            "ollama.embed",
            PROVIDER,
            Operation.EMBEDDINGS,
            path -> path.endsWith("/api/embed"),
            body -> namesModel(body) && body.get("input").exists(),
            (path, body) -> new EmbeddingsLens(body.root(), ""),
            reading -> new OllamaVectors());

    /** The older form of the same, for one text alone. */
    private static final Dialect EMBEDDINGS = new Api(
            "ollama.embeddings",
            PROVIDER,
            Operation.EMBEDDINGS,
            path -> path.endsWith("/api/embeddings"),
            body -> namesModel(body) && body.get("prompt").is(Kind.STRING),
            (path, body) -> new EmbeddingsLens(body.root(), "", "prompt"),
            reading -> new OllamaVectors());

    static final List<Dialect> DIALECTS = List.of(CHAT, GENERATE, EMBED, EMBEDDINGS);

    /** How long the model stays in memory. */
    static final List<String> BESIDE_THE_ANSWER = List.of("keep_alive");

    /** Why an answer must not be reused. */
    static final List<Objection<Node>> NOT_REUSABLE = List.of(
            new Objection<>("loads_model", Ollama::asksNothing),
            new Objection<>("logprobs", request -> request.get("logprobs").isTrue()));

    /** Why a request would not be accepted by another model. */
    static final List<Objection<Swap>> SWAP = List.of(new Objection<>(
            "images", swap -> swap.to().has("no_images") && swap.lens().hasImages()));

    private Ollama() {}

    private static boolean namesModel(Node request) {
        return request.get("model").is(Kind.STRING);
    }

    /** A request that asks nothing loads a model into memory, or lets go of it. */
    private static boolean asksNothing(Node request) {
        return request.get("messages").items().isEmpty()
                && request.get("prompt").text().isEmpty();
    }
}
