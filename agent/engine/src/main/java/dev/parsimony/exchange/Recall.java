// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** What looking for a stored answer came to. */
public enum Recall {
    /** No rule allows reuse. */
    NOT_ASKED(""),
    /** Answered from the store. */
    HIT("hit"),
    /** Not in the store. */
    MISS("miss"),
    /** Answered by an identical call that was in flight. */
    JOINED("joined"),
    /** A rule allows reuse, but not for this call. */
    BYPASS("bypass");

    private final String word;

    Recall(String word) {
        this.word = word;
    }

    /** Whether the answer came from us. */
    public boolean isLocal() {
        return this == HIT || this == JOINED;
    }

    /** The word that telemetry shows; empty where no rule allows reuse. */
    @Override
    public String toString() {
        return word;
    }
}
