// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import org.jspecify.annotations.Nullable;

/**
 * How the paths end that models are called at. It says yes to whatever one of the engine's dialects might, and to some others
 * too: whether a request is a call is for the engine to say, and this only whether it is worth asking.
 */
final class Paths {
    private static final String[] ENDS = {
        "/completions",
        "/responses",
        "/embeddings",
        "/messages",
        "/api/chat",
        "/api/generate",
        "/api/embed",
        "/v2/chat",
        "/v1/embed",
        "/v2/embed",
        "/converse",
        "/converse-stream",
        "/invoke",
        "/invoke-with-response-stream"
    };

    /** What Google's are asked for stands behind a colon, and is more than is listed here. */
    private static final String[] GOOGLES = {"/models/", "/tunedModels/", "/endpoints/"};

    private Paths() {}

    /**
     * Whether a model may answer there.
     *
     * @param path a whole path; what stands behind a question mark does not count
     */
    static boolean mayBeAModels(@Nullable String path) {
        if (path == null) {
            return false;
        }
        int query = path.indexOf('?');
        int length = query < 0 ? path.length() : query;
        int end = length > 1 && path.charAt(length - 1) == '/' ? length - 1 : length;
        for (String known : ENDS) {
            if (path.startsWith(known, end - known.length())) {
                return true;
            }
        }
        return isGoogles(path, path.lastIndexOf(':', end));
    }

    private static boolean isGoogles(String path, int colon) {
        for (String collection : GOOGLES) {
            int at = colon < 0 ? -1 : path.lastIndexOf(collection, colon);
            if (at >= 0 && path.indexOf('/', at + collection.length()) < 0) {
                return true;
            }
        }
        return false;
    }
}
