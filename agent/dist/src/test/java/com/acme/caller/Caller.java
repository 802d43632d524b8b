// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.util.List;
import java.util.stream.Stream;

/** An application: makes the calls it is told to and prints what it gets, answers and exceptions alike. */
public final class Caller {
    private Caller() {}

    /**
     * Makes calls, and ends at once: closed or not, older clients hold the JVM for a minute.
     *
     * @param args names of {@link Kind}, in order; none for one of each
     */
    public static void main(String[] args) {
        call(args);
        System.exit(0);
    }

    /** Makes calls; one of each kind if none is named. */
    static void call(String... args) {
        List<Kind> kinds = args.length == 0
                ? List.of(Kind.values())
                : Stream.of(args).map(Kind::valueOf).toList();
        try (Clients clients = Clients.fromEnvironment()) {
            kinds.forEach(kind -> System.out.println(told(kind, clients)));
        }
    }

    /** A call and what came of it. */
    static String told(Kind kind, Clients clients) {
        return kind + ": " + outcome(kind, clients);
    }

    private static String outcome(Kind kind, Clients clients) {
        try {
            return kind.call(clients);
        } catch (RuntimeException | LinkageError thrown) {
            return "threw " + thrown + (thrown.getCause() == null ? "" : " because of " + thrown.getCause());
        }
    }
}
