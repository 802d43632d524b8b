// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * The place in the application that makes a call.
 *
 * @param function {@code package.Outer.Inner.method}, nested classes with dots; empty if none was found
 * @param line the line in its file; 0 or less if the class was compiled without
 */
public record CallSite(String function, int line) {
    private static final CallSite UNKNOWN = new CallSite("", 0);

    /** No frame of the application was found. */
    public static CallSite unknown() {
        return UNKNOWN;
    }

    /** Whether a frame was found. */
    public boolean isKnown() {
        return !function.isEmpty();
    }

    @Override
    public String toString() {
        return isKnown() ? function + ":" + line : "unknown";
    }
}
