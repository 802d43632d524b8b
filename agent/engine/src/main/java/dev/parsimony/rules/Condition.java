// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;

/** One thing a rule asks of a call. Equal if it asks the same; prints itself as it stands in the settings. */
public sealed interface Condition permits CalledFrom, CalledFor, Named, Measured, Featured, Phrased, Sampled {
    /** Whether the call is so. What the call does not say or nobody can see fulfils no condition. */
    boolean holds(Facts facts);

    /**
     * Whether the call surely is so, or surely is not so; neither where the condition cannot be decided for it, so that no
     * rule applies by what nobody knows.
     *
     * @param so which of both is asked
     */
    default boolean decides(boolean so, Facts facts) {
        return holds(facts) == so;
    }

    /** Whether it can be told at all if the call is so. */
    default boolean isDecidable(Facts facts) {
        return true;
    }

    /** What the call shows instead, for a reader who wonders why the condition does not hold; never content. */
    String seen(Facts facts);

    /** How much has to be read to tell; a rule asks cheap conditions first. */
    Effort effort();

    /** The condition's key in the settings. */
    String key();

    /** Whether every call that fulfils the other condition surely fulfils this one too. */
    default boolean encloses(Condition other) {
        return equals(other);
    }

    /** Whether surely no call fulfils it. */
    default boolean isImpossible() {
        return false;
    }

    /** Whether surely every call fulfils it. */
    default boolean isCertain() {
        return false;
    }

    /** How much of a call has to be read, cheapest first. */
    enum Effort {
        /** Known before the body is looked at. */
        GIVEN,
        /** A value or a count in the body. */
        FIELD,
        /** A walk over the body. */
        BODY,
        /** Texts of the body, decoded. */
        TEXT
    }
}
