// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs an application in this JVM and says at the end, on a line of its own, how it went. */
public final class Watched {
    /** Exporters start beside the application; this long after its end they stand. */
    private static final long SETTLED = TimeUnit.MILLISECONDS.toNanos(500);

    private Watched() {}

    /**
     * Runs it.
     *
     * @param arguments the microseconds since 1970 at which this process was asked for, the name of the application's main
     *     class, and its own arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        long launched = Long.parseLong(arguments[0]);
        PrintStream out = System.out;
        FirstWord watched = new FirstWord(out);
        System.setOut(new PrintStream(watched, true, StandardCharsets.UTF_8));
        long began = now();
        run(arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length));
        long over = now();
        LockSupport.parkNanos(SETTLED);
        out.println(new Sighting(
                        (began - launched) / 1e3,
                        (watched.at() - began) / 1e3,
                        (over - launched) / 1e3,
                        Memory.resident(),
                        Memory.live(),
                        nanos(Bystander.AT_THE_DOOR, Bystander.ARRIVED) / 1e6,
                        nanos(Bystander.BEHIND, Bystander.AT_THE_DOOR) / 1e6)
                .line());
    }

    private static void run(String main, String[] arguments) throws ReflectiveOperationException {
        try {
            Class.forName(main).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(main + " failed", failed.getCause());
        }
    }

    private static long nanos(String to, String from) {
        return Long.getLong(to, 0) - Long.getLong(from, 0);
    }

    /** Microseconds since 1970. */
    static long now() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }

    /** Notes when something was first written. */
    private static final class FirstWord extends FilterOutputStream {
        private long at;

        FirstWord(OutputStream out) {
            super(out);
        }

        /** Microseconds since 1970; 0 if nothing was written. */
        long at() {
            return at;
        }

        @Override
        public void write(int octet) throws IOException {
            note();
            out.write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            note();
            out.write(bytes, from, length);
        }

        private void note() {
            if (at == 0) {
                at = now();
            }
        }
    }
}
