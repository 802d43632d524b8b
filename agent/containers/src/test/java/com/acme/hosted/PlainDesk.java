// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;

/** An application of nothing but a main method. */
public final class PlainDesk {
    private PlainDesk() {}

    /**
     * Asks and prints the answers.
     *
     * @param args {@code chat} to ask once, with {@code stays} to stay until the collector has been told,
     *     since in the two seconds that telemetry has at a JVM's end a busy machine does not always start it; nothing to
     *     ask in all ways
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Desk desk = Desk.open()) {
            if (args.length > 0) {
                System.out.println("chat: " + desk.chat());
                if (List.of(args).contains("stays")) {
                    stay();
                }
            } else {
                desk.everything().forEach(System.out::println);
            }
        }
        System.exit(0); // closed or not, the SDKs' threads hold the JVM for a minute
    }

    private static void stay() throws IOException, InterruptedException {
        URL told = new URL(System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") + "/told");
        while (((HttpURLConnection) told.openConnection()).getResponseCode() != HttpURLConnection.HTTP_OK) {
            Thread.sleep(50);
        }
    }
}
