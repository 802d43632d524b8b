// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Operation;
import java.util.List;
import java.util.Set;

/** Gemini's API, at the Gemini API and at Vertex AI; documentation of both as of November 2026. */
final class GeminiApis {
    private static final String GEMINI = "gcp.gemini";

    private static final Dialect GENERATE = new Api(
            "gemini.generate",
            GEMINI,
            Operation.CHAT,
            path -> new GooglePath(path).asks(Set.of("generateContent", "streamGenerateContent")),
            (path, body) -> new GeminiLens(new GooglePath(path), body.root()),
            reading -> new GeminiReader());

    private static final Dialect EMBED = new Api(
            "gemini.embed",
            GEMINI,
            Operation.EMBEDDINGS,
            path -> new GooglePath(path).asks(Set.of("embedContent", "batchEmbedContents")),
            (path, body) -> new GeminiEmbeddingsLens(new GooglePath(path), body.root()),
            reading -> GeminiEmbeddingsReader.ofContents());

    private static final Dialect PREDICT = new Api(
            "gemini.predict",
            GEMINI,
            Operation.EMBEDDINGS,
            path -> new GooglePath(path).predictsVectors(),
            (path, body) -> new GeminiEmbeddingsLens(new GooglePath(path), body.root()),
            reading -> GeminiEmbeddingsReader.ofPredictions());

    static final List<Dialect> DIALECTS = List.of(GENERATE, EMBED, PREDICT);

    private GeminiApis() {}
}
