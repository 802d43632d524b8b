// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * One copy of an SDK that was found in the JVM, and what became of it.
 *
 * @param sdk its name as in its coordinates, {@code openai-java}
 * @param version its version; empty if it does not say
 * @param jar the name of the jar it comes from; empty if that is not known
 * @param why why it is not instrumented, such as {@code HttpRequest.body() is gone}; empty if it is
 */
public record Found(String sdk, String version, String jar, String why) {
    /** Whether its calls are seen. */
    public boolean isActive() {
        return why.isEmpty();
    }

    /** {@code active}, or why not. */
    public String state() {
        return isActive() ? "active" : "not instrumented: " + why;
    }

    /** Its name and version. */
    public String name() {
        return (sdk + " " + version).strip();
    }

    @Override
    public String toString() {
        return name() + (jar.isEmpty() ? "" : " (" + jar + ")") + (isActive() ? " instrumented" : " " + state());
    }
}
