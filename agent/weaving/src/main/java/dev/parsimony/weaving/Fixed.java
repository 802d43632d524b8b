// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Headers;
import java.util.List;
import java.util.Locale;

/** What must not change in a request that an application made by hand, over an HTTP client. */
public final class Fixed {
    /** Headers that hold a digest or a signature of the body, or go with one. */
    private static final List<String> SEALS =
            List.of("x-amz-content-sha256", "content-md5", "digest", "content-digest", "signature", "x-signature");

    private static final String AMAZONS = "aws4-";

    private Fixed() {}

    /**
     * Lets a change pass.
     *
     * @param headers the request's, as the application made them
     * @param path its path
     * @param call what is to go out
     * @throws IllegalStateException if the request is signed, so that another body would be refused, or another path is asked
     *     for, where this client goes to the one it was given
     */
    public static void check(Headers headers, String path, Call call) {
        if (!call.path().equals(path)) {
            throw new IllegalStateException("the path of this client's requests does not change");
        }
        checkSeals(headers);
    }

    /**
     * Lets a change pass, of whichever part.
     *
     * @param headers the request's, as the application made them
     * @throws IllegalStateException if the request is signed, so that another one would be refused
     */
    public static void checkSeals(Headers headers) {
        if (isSealed(headers)) {
            throw new IllegalStateException("the request is signed as it stands");
        }
    }

    private static boolean isSealed(Headers headers) {
        boolean signed = headers.first("authorization").toLowerCase(Locale.ROOT).startsWith(AMAZONS);
        return signed || SEALS.stream().anyMatch(name -> !headers.first(name).isEmpty());
    }
}
