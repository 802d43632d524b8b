// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

/** An application without an LLM. */
final class Greeting {
    private Greeting() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
