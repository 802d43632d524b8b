// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Operation;
import java.util.List;

/**
 * What Mistral offers beside OpenAI's API, which it speaks in its own accent; Mistral's documentation as of November 2026.
 * Both answer as a chat does.
 */
final class Mistral {
    private static final String PROVIDER = "mistral_ai";

    /** A text between a beginning and an end. */
    private static final Dialect FILLING = new Api(
            "mistral.fim",
            PROVIDER,
            Operation.TEXT_COMPLETION,
            path -> path.endsWith("/fim/completions"),
            (path, body) -> new ChatLens(body.root(), ""),
            ChatReader::new);

    /** A chat with an agent kept at Mistral, which decides on the model. */
    private static final Dialect AGENTS = new Api(
            "mistral.agents",
            PROVIDER,
            Operation.CHAT,
            path -> path.endsWith("/agents/completions"),
            (path, body) -> new ChatLens(body.root(), ""),
            ChatReader::new);

    static final List<Dialect> DIALECTS = List.of(FILLING, AGENTS);

    private Mistral() {}
}
