// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the Responses API used beside what its counts tell: OpenAI's own tools, each by its items, and the lifetime
 * for which the prompt cache was written, which the answer repeats from the request.
 *
 * @param response the answer
 */
record ResponseItems(Node response) {
    private static final List<String> TOOLS =
            List.of("web_search", "file_search", "code_interpreter", "image_generation");

    /** The tokens with what they leave out; null if there are none. */
    @Nullable
    Usage addTo(@Nullable Usage usage) {
        return usage == null ? null : withTools(isWrittenForLong() ? forLong(usage) : usage);
    }

    private boolean isWrittenForLong() {
        return response.get("prompt_cache_options").get("ttl").is("12h");
    }

    private static Usage forLong(Usage usage) {
        return usage.with(TokenKind.CACHE_WRITE_LONG, usage.cacheWrite()).with(TokenKind.CACHE_WRITE, 0);
    }

    private Usage withTools(Usage usage) {
        Usage sum = usage;
        for (String tool : TOOLS) {
            sum = sum.withTool(tool, uses(tool));
        }
        return sum;
    }

    /** Runs of a tool; opening a page or looking through it is no search, and free. */
    private long uses(String tool) {
        return response.get("output").items().stream()
                .filter(item -> item.get("type").is(tool + "_call"))
                .map(item -> item.get("action").get("type"))
                .filter(action -> !action.exists() || action.is("search"))
                .count();
    }
}
