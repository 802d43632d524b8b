// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.nio.file.Files;
import java.nio.file.Path;

/** An application that makes the same call again and again, as long as a file is there. */
public final class Service {
    private Service() {}

    /**
     * Makes calls.
     *
     * @param args the {@link Kind} of call and the file
     */
    public static void main(String[] args) throws InterruptedException {
        Kind kind = Kind.valueOf(args[0]);
        try (Clients clients = Clients.fromEnvironment()) {
            while (Files.exists(Path.of(args[1]))) {
                System.out.println(Caller.told(kind, clients));
                Thread.sleep(20);
            }
        }
    }
}
