// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

/** What is to happen as an answer goes out: the caches learn that it began, the bill that it ended. */
interface Delivery {

    /** The first byte is about to leave. */
    void begins();

    /** The answer is about to end, or broke off, after this many tokens of output. Called once, if the answer began. */
    void ends(int outputTokens);

    /** The delivery of an answer that costs nothing. */
    static Delivery free() {
        return new Delivery() {
            @Override
            public void begins() {}

            @Override
            public void ends(int outputTokens) {}
        };
    }
}
