// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

/** An application of nothing but a main method. */
public final class PlainDesk {
    private PlainDesk() {}

    /**
     * Asks and prints the answers.
     *
     * @param args {@code chat} to ask once; nothing to ask in all ways
     */
    public static void main(String[] args) {
        try (Desk desk = Desk.open()) {
            if (args.length > 0) {
                System.out.println("chat: " + desk.chat());
            } else {
                desk.everything().forEach(System.out::println);
            }
        }
        System.exit(0); // closed or not, the SDKs' threads hold the JVM for a minute
    }
}
