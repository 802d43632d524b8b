// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Operation;
import java.util.List;

/** Amazon Bedrock's API: Converse, and the models it invokes in their own words; its documentation as of November 2026. */
final class BedrockApis {
    private static final String BEDROCK = "aws.bedrock";

    private static final Dialect CONVERSE = new Api(
            "bedrock.converse",
            BEDROCK,
            Operation.CHAT,
            path -> new BedrockPath(path).asksFor("converse", "converse-stream"),
            (path, body) -> new ConverseLens(new BedrockPath(path), body.root()),
            reading -> new ConverseReader());

    private static final Dialect CLAUDE = new Api(
            "bedrock.invoke.claude",
            BEDROCK,
            Operation.CHAT,
            path -> new BedrockPath(path).invokes(InvokedLens.CLAUDE),
            (path, body) -> InvokedLens.claude(new BedrockPath(path), body.root()),
            reading -> new ChunkReader(new MessagesReader(), ChunkReader.Naming::byType));

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
            reading -> new ChunkReader(new ConverseReader(), ChunkReader.Naming::byMember));

    private static final Dialect LLAMA = new Api(
            "bedrock.invoke.llama",
            BEDROCK,
            Operation.TEXT_COMPLETION,
            path -> new BedrockPath(path).invokes("meta.llama"),
            (path, body) -> new LlamaLens(new BedrockPath(path), body.root()),
            reading -> new ChunkReader(new InvokedTextReader(), ChunkReader.Naming::none));

    private static final Dialect MISTRAL = new Api(
            "bedrock.invoke.mistral",
            BEDROCK,
            Operation.CHAT,
            path -> new BedrockPath(path).invokes(InvokedLens.MISTRAL),
            (path, body) -> InvokedLens.mistral(new BedrockPath(path), body.root()),
            reading -> new ChunkReader(new InvokedTextReader(), ChunkReader.Naming::none));

    private static final Dialect TITAN_VECTORS = new Api(
            "bedrock.invoke.titan_embeddings",
            BEDROCK,
            Operation.EMBEDDINGS,
            path -> new BedrockPath(path).invokes("amazon.titan-embed-text"),
            (path, body) -> new EmbeddingsLens(body.root(), new BedrockPath(path).model(), "inputText"),
            reading -> new VectorReader());

    private static final Dialect COHERE_VECTORS = new Api(
            "bedrock.invoke.cohere_embeddings",
            BEDROCK,
            Operation.EMBEDDINGS,
            path -> new BedrockPath(path).invokes("cohere.embed-"),
            (path, body) -> new EmbeddingsLens(body.root(), new BedrockPath(path).model(), "texts"),
            reading -> new VectorReader());

    static final List<Dialect> DIALECTS =
            List.of(CONVERSE, CLAUDE, NOVA, LLAMA, MISTRAL, TITAN_VECTORS, COHERE_VECTORS);

    private BedrockApis() {}
}
