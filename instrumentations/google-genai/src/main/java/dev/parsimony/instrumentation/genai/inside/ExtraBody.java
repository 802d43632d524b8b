// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.types.HttpOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Members that the SDK merges into the body below the seam ({@code HttpOptions.extraBody}). They are merged here, as it does,
 * so that what is looked at is what is sent; a request that is changed then goes down without them, or they would undo it.
 */
final class ExtraBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExtraBody() {}

    /** The body as it will be sent. */
    static String in(String json, HttpOptions options) throws JsonProcessingException {
        Map<String, Object> extra = options.extraBody().orElse(Map.of());
        return extra.isEmpty() ? json : JSON.writeValueAsString(merged(JSON.readValue(json, Map.class), extra));
    }

    /** Objects are merged member by member, everything else is replaced. */
    private static Map<Object, Object> merged(Map<?, ?> into, Map<?, ?> from) {
        Map<Object, Object> merged = new LinkedHashMap<>(into);
        from.forEach((name, value) -> merged.merge(
                name,
                value,
                (before, now) -> before instanceof Map<?, ?> inner && now instanceof Map<?, ?> added
                        ? merged(inner, added)
                        : now));
        return merged;
    }

    /** The request's own options, with nothing in them to be merged. */
    static Optional<HttpOptions> without(Ask ask) {
        HttpOptions own = ask.own();
        HttpOptions.Builder builder = own == null ? HttpOptions.builder() : own.toBuilder();
        return Optional.of(builder.extraBody(Map.of()).build());
    }
}
