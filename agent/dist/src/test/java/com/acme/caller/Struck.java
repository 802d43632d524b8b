// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application that makes the same call again and again and is struck down, without a word, once a file has something in it. */
public final class Struck {
    private Struck() {}

    /**
     * Makes calls.
     *
     * @param args the {@link Kind} of call and the file
     */
    public static void main(String[] args) throws IOException {
        Kind kind = Kind.valueOf(args[0]);
        Path file = Path.of(args[1]);
        Clients clients = Clients.fromEnvironment();
        while (!Files.exists(file) || Files.size(file) == 0) {
            System.out.println(Caller.told(kind, clients));
        }
        Runtime.getRuntime().halt(0);
    }
}
