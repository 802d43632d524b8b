// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The API that a request's body looks like, for a user who did not say where it goes.
 *
 * @param name the dialect's name
 * @param base the base URL of the provider that first spoke it
 * @param suffix what its path ends with
 * @param sign what in the body tells it
 */
record Shape(String name, String base, String suffix, String sign) {
    private static final String OPENAI = "https://api.openai.com/v1";
    private static final String VERSION = "/v1";
    private static final String ANTHROPIC = "https://api.anthropic.com";
    /** Top-level members of Anthropic's Messages API that OpenAI's chat completions do not have. */
    private static final List<String> ONLY_ANTHROPIC =
            List.of("system", "stop_sequences", "top_k", "thinking", "anthropic_version");

    /** The shape of a body; empty if it is of no API that is known. */
    static Optional<Shape> of(Node body) {
        if (body.get("messages").exists()) {
            return Optional.of(anthropicSign(body)
                    .map(sign -> new Shape("anthropic.messages", ANTHROPIC, "/v1/messages", "messages and " + sign))
                    .orElse(new Shape("openai.chat", OPENAI, "/chat/completions", "messages")));
        }
        if (!body.get("input").exists()) {
            return Optional.empty();
        }
        return Optional.of(
                isEmbedding(body)
                        ? new Shape("openai.embeddings", OPENAI, "/embeddings", "an input to embed")
                        : new Shape("openai.responses", OPENAI, "/responses", "an input"));
    }

    private static Optional<String> anthropicSign(Node body) {
        if (model(body).contains("claude")) {
            return Optional.of("a Claude model");
        }
        Stream<String> members =
                ONLY_ANTHROPIC.stream().filter(member -> body.get(member).exists());
        Stream<String> tools = body.get("tools").items().stream()
                .filter(tool -> tool.get("input_schema").exists())
                .map(tool -> "tools with an input_schema");
        return Stream.concat(members, tools).findFirst();
    }

    private static boolean isEmbedding(Node body) {
        return body.get("encoding_format").exists()
                || body.get("dimensions").exists()
                || model(body).contains("embed");
    }

    private static String model(Node body) {
        return body.get("model").text().toLowerCase(Locale.ROOT);
    }

    /** The dialect of this shape. */
    Dialect dialect() {
        return Dialects.named(name).orElseThrow();
    }

    /** The path of such requests below a base URL's, of which some hold the version and some do not. */
    String under(String path) {
        return path.endsWith(VERSION) && suffix.startsWith(VERSION)
                ? path + suffix.substring(VERSION.length())
                : path + suffix;
    }

    /** Where such requests usually go. */
    String url() {
        return base + suffix;
    }
}
