// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.util.Arrays;
import java.util.Optional;

/** Something that a host is known to accept beside the plain request. */
public enum Allowance {
    /** Asking for usage at the end of a chat stream. */
    STREAM_USAGE("stream_usage"),
    /** A key that routes requests with one prefix to one cache. */
    PROMPT_CACHE_KEY("prompt_cache_key"),
    /** A wish for how long the prompt cache keeps what it keeps unasked. */
    PROMPT_CACHE_RETENTION("prompt_cache_retention"),
    /** Marks for the prompt cache on blocks. */
    CACHE_CONTROL("cache_control");

    private final String word;

    Allowance(String word) {
        this.word = word;
    }

    /**
     * The allowance of a word in settings.
     *
     * @param word such as {@code stream_usage}
     */
    public static Optional<Allowance> of(String word) {
        return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
    }

    /** The word that settings use. */
    @Override
    public String toString() {
        return word;
    }
}
