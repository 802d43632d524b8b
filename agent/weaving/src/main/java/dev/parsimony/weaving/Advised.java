// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import org.jspecify.annotations.Nullable;

/**
 * How advice speaks to the method it surrounds, in arrays whose slots the annotations of the advice name by number. On
 * entering: what the method is to be called with, what it is to return without being called at all, and what the advice on
 * leaving needs. On leaving: what is returned, and what is thrown.
 */
public final class Advised {
    /** On entering: the request to send. */
    public static final int REQUEST = 0;
    /** On entering: what to return at once; null to let the method run. */
    public static final int ANSWER = 1;
    /** On entering: kept for leaving. */
    static final int KEPT = 2;
    /** On leaving: what the application gets. */
    public static final int RETURNED = 0;
    /** On leaving: what is thrown at it instead; null for nothing. */
    public static final int THROWN = 1;

    private Advised() {}

    static @Nullable Object[] send(Object request, Object kept) {
        return new @Nullable Object[] {request, null, kept};
    }

    static @Nullable Object[] answer(Object request, Object answer) {
        return new @Nullable Object[] {request, answer, null};
    }

    static @Nullable Object[] returned(@Nullable Object value) {
        return new @Nullable Object[] {value, null};
    }

    static @Nullable Object[] thrown(Throwable cause) {
        return new @Nullable Object[] {null, cause};
    }
}
