// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import java.util.List;

/** An application of nothing but a main method. */
public final class PlainDesk {
    /** Milliseconds; in the two seconds that telemetry has at a JVM's end, a busy machine does not always start it. */
    private static final long STAY = 3_000;

    private PlainDesk() {}

    /**
     * Asks and prints the answers.
     *
     * @param args {@code chat} to ask once, with {@code stays} to stay a while thereafter, as most applications do; nothing to
     *     ask in all ways
     */
    public static void main(String[] args) throws InterruptedException {
        try (Desk desk = Desk.open()) {
            if (args.length > 0) {
                System.out.println("chat: " + desk.chat());
                Thread.sleep(List.of(args).contains("stays") ? STAY : 0);
            } else {
                desk.everything().forEach(System.out::println);
            }
        }
        System.exit(0); // closed or not, the SDKs' threads hold the JVM for a minute
    }
}
