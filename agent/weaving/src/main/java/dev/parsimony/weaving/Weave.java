// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

/**
 * One method of an SDK and the advice around it.
 *
 * @param method the method, by name and parameters, so that an overload the SDK adds is not caught by surprise
 * @param advice the name of the advice class, of a package that {@link Instrumentation#inside()} names; it is never loaded
 *     here
 */
public record Weave(Symbol method, String advice) {
    @Override
    public String toString() {
        return method + " by " + advice.substring(advice.lastIndexOf('.') + 1);
    }
}
