// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.List;
import java.util.stream.Stream;

/**
 * One method of an SDK and the advice around it.
 *
 * @param method the method, by name and parameters, so that an overload the SDK adds is not caught by surprise
 * @param advice the name of the advice class, of a package that {@link Instrumentation#inside()} names; it is never loaded
 *     here
 * @param isRequired whether the SDK is left alone where it has no such method
 */
public record Weave(Symbol method, String advice, boolean isRequired) {
    /** A method that the SDK must have. */
    public Weave(Symbol method, String advice) {
        this(method, advice, true);
    }

    /** A method that not every version of the SDK has. */
    public static Weave whereThere(Symbol method, String advice) {
        return new Weave(method, advice, false);
    }

    /** All that an instrumentation may weave, wherever it stands. */
    static Stream<Weave> all(Instrumentation instrumentation) {
        return Stream.concat(
                instrumentation.weaves().stream(),
                instrumentation.alternatives().stream().flatMap(List::stream));
    }

    @Override
    public String toString() {
        return method + " by " + advice.substring(advice.lastIndexOf('.') + 1);
    }
}
