// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

/** An application without an LLM. */
public final class Hello {
    private Hello() {}

    /**
     * Says hello.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
