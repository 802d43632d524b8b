// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** An application that speaks to models over an HTTP client of its choice, and prints all that it gets. */
public final class Post {
    private Post() {}

    /** A way to send a letter, which yields status, type and body. */
    interface Courier {
        String carry(Letter letter) throws IOException, InterruptedException;

        /** Whether it can carry this letter. */
        default boolean carries(Letter letter) {
            return true;
        }
    }

    /** Sends every letter twice by every courier that can carry it. */
    static void carryAll(List<? extends Courier> couriers) {
        for (Courier courier : couriers) {
            Stream.of(Letter.values())
                    .filter(courier::carries)
                    .flatMap(letter -> Stream.of(letter, letter))
                    .forEach(letter -> System.out.println(courier + " " + letter + ": " + outcome(courier, letter)));
        }
        System.exit(0);
    }

    private static String outcome(Courier courier, Letter letter) {
        try {
            return courier.carry(letter).replace("\n", "|");
        } catch (IOException | InterruptedException | RuntimeException thrown) {
            return "threw " + thrown + (thrown.getCause() == null ? "" : " because of " + thrown.getCause());
        }
    }
}
