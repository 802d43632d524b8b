// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** A traffic file in the making. */
final class Recording {
    private static final Instant BEGIN = Instant.parse("2026-11-16T08:00:00Z");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Random random;
    private int calls;

    Recording(Random random) {
        this.random = random;
    }

    /** Notes a call, so many seconds after the beginning. */
    void call(double second, String callSite, String tenant, Request request) {
        String line =
                "{\"at\":\"" + BEGIN.plus((long) (second * 1000), ChronoUnit.MILLIS) + "\",\"call_site\":\"com.acme."
                        + callSite + "\",\"tenant\":\"" + tenant + "\",\"url\":\"" + request.url() + "\",\"request\":"
                        + request.body() + ",\"output_tokens\":" + (100 + random.nextInt(200)) + "}\n";
        lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        calls++;
    }

    int calls() {
        return calls;
    }

    byte[] bytes() {
        return lines.toByteArray();
    }
}
