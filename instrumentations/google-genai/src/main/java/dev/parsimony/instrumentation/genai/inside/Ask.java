// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import com.google.genai.types.HttpOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK's client is asked to send: the arguments of its method.
 *
 * @param client the client
 * @param method the HTTP method, in any case
 * @param path what stands behind the API's version in the URL, its query included
 * @param json the body
 * @param options the request's own, an {@code Optional}
 */
record Ask(Object client, String method, String path, String json, Object options) {
    /** The request's own options; null if it has none. */
    @Nullable
    HttpOptions own() {
        return options instanceof Optional<?> optional ? (HttpOptions) optional.orElse(null) : null;
    }

    /** The path without its query. */
    String barePath() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** The query with its question mark; empty if there is none. */
    String query() {
        return path.substring(barePath().length());
    }

    @Override
    public String toString() {
        return method + " " + barePath(); // no content, no key
    }
}
