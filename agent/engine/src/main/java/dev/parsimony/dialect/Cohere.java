// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Operation;
import java.util.List;

/**
 * Cohere's API: chats of its second version, and embeddings of both; Cohere's documentation as of November 2026. Its chats
 * of the first version and its rerankers pass by.
 */
final class Cohere {
    private static final String PROVIDER = "cohere";

    private static final Dialect CHAT = new Api(
            "cohere.chat",
            PROVIDER,
            Operation.CHAT,
            path -> path.endsWith("/v2/chat"),
            body -> body.get("model").is(Kind.STRING) && body.get("messages").is(Kind.ARRAY),
            (path, body) -> new CohereLens(body.root()),
            reading -> new CohereReader());

    private static final Dialect EMBED = new Api(
            "cohere.embed",
            PROVIDER,
            Operation.EMBEDDINGS,
            path -> path.endsWith("/v1/embed") || path.endsWith("/v2/embed"),
            body -> body.get("texts").exists()
                    || body.get("images").exists()
                    || body.get("inputs").exists(),
            (path, body) -> new EmbeddingsLens(body.root(), "", "texts"),
            reading -> new CohereVectors());

    static final List<Dialect> DIALECTS = List.of(CHAT, EMBED);

    /** Why an answer must not be reused. */
    static final List<Objection<Node>> NOT_REUSABLE = List.of(
            new Objection<>("logprobs", request -> request.get("logprobs").isTrue()));

    /** Why a request would not be accepted by another model. */
    static final List<Objection<Swap>> SWAP = List.of(
            new Objection<>("thinking", swap -> swap.sets("thinking")),
            new Objection<>("images", swap -> swap.lens().hasImages()),
            new Objection<>("max_output", Swap::exceedsOutput));

    private Cohere() {}
}
