// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Starts the simulator from the command line. */
public final class Main {

    private static final String HELP = """
            Simulates the HTTP APIs of OpenAI, Anthropic and Amazon Bedrock on this machine. No key, no account, no cost.

            java -jar parsimony-simulator.jar [--port N] [--host ADDRESS]

              --port N        port to listen on; 0, the default, takes a free one
              --host ADDRESS  address to listen on; 127.0.0.1 unless given
              --help          this text

            It prints one line, "listening on http://HOST:PORT", and answers until it is stopped.
            Point an SDK's base URL at it (OpenAI: with /v1) and give any key; for Bedrock with the secret
            simulated-secret.
            GET /_simulator/bill says what the calls would have cost.
            """;

    private Main() {}

    /** Listens until the process is stopped; exits with 2 when the arguments make no sense or the port is taken. */
    public static void main(String[] arguments) throws InterruptedException {
        int exit = run(arguments, System.out, System.err);
        if (exit >= 0) {
            System.exit(exit);
        }
        new CountDownLatch(1).await();
    }

    /** Starts what the arguments ask for; the code to exit with, or -1 to stay. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Options options = Options.defaults();
        try {
            for (int index = 0; index < arguments.length; index++) {
                switch (arguments[index]) {
                    case "--help", "-h" -> {
                        out.print(HELP);
                        return 0;
                    }
                    case "--port" -> options = options.port(port(value(arguments, ++index)));
                    case "--host" -> options = options.host(value(arguments, ++index));
                    default -> throw new IllegalArgumentException("unknown option: " + arguments[index]);
                }
            }
            out.println("listening on " + Simulator.start(options).baseUrl());
            out.flush();
            return -1;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println(e.getMessage() + " (--help lists the options)");
            return 2;
        }
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException("--port wants a number from 0 to 65535, not " + text);
    }
}
