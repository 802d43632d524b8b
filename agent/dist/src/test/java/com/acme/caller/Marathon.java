// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.util.List;
import java.util.stream.Stream;

/**
 * An application that makes its calls again and again, each time under another value of one system property; with a line
 * {@code ==== value} before each round.
 */
public final class Marathon {
    private Marathon() {}

    /**
     * Runs the rounds.
     *
     * @param args the property, its values joined by commas, and the kinds of calls; none for one of each
     */
    public static void main(String[] args) {
        List<Kind> kinds = args.length == 2
                ? List.of(Kind.values())
                : Stream.of(args).skip(2).map(Kind::valueOf).toList();
        try (Clients clients = Clients.fromEnvironment()) {
            for (String value : args[1].split(",")) {
                System.setProperty(args[0], value);
                System.out.println("==== " + value);
                kinds.forEach(kind -> System.out.println(Caller.told(kind, clients)));
            }
        }
    }
}
