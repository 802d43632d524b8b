// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.List;
import java.util.Map;

/**
 * A whole answer that Parsimony hands to the application in the provider's place, as the provider once gave it.
 *
 * @param status the HTTP status
 * @param headers the few headers that were kept, by lower-case name
 * @param body the body's bytes, of a plain answer or of a whole stream; not to be written to
 */
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    /** The header that tells an application reading raw responses that no call was made. */
    public static final String MARK = "x-parsimony-cache";

    /** A look at the headers. */
    public Headers look() {
        return Headers.of(headers);
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)"; // never the content
    }
}
