// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.Arrays;
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
    /** On entering: where further arguments of the method begin, in the order of {@link #with}. */
    public static final int MORE = 3;
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

    /**
     * Further arguments for the method.
     *
     * @param entered what a driver returned on entering
     * @param more the arguments
     * @return null if a driver returned that
     */
    public static @Nullable Object @Nullable [] with(@Nullable Object @Nullable [] entered, Object... more) {
        if (entered == null) {
            return null;
        }
        @Nullable Object[] all = Arrays.copyOf(entered, MORE + more.length);
        System.arraycopy(more, 0, all, MORE, more.length);
        return all;
    }
}
