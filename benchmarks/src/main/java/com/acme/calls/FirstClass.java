// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

/** An application that loads the first class of an SDK that an agent could have an eye on, and does not use it yet. */
public final class FirstClass {
    private FirstClass() {}

    /**
     * Loads it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class.forName("com.openai.core.http.RetryingHttpClient");
        System.out.println("loaded");
    }
}
