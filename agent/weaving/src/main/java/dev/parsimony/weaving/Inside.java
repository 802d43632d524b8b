// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

/**
 * Marks a thread as being inside a seam, so that what passes the same seam below it, a second send of ours or one SDK client
 * that wraps another, is let through unseen.
 */
public final class Inside {
    private final ThreadLocal<Boolean> marked = new ThreadLocal<>();

    /** Whether this thread is inside. */
    public boolean here() {
        return marked.get() != null;
    }

    void enter() {
        marked.set(Boolean.TRUE);
    }

    void leave() {
        marked.remove();
    }

    /** Calls the advised method again, inside. */
    <Q, A> A send(Again<Q, A> again, Q request) throws Throwable {
        enter();
        try {
            return again.send(request);
        } finally {
            leave();
        }
    }
}
