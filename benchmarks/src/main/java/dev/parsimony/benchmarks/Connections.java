// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import com.acme.calls.Prompts;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockWebServer;

/** What {@code transport.tcp_no_delay} is worth: the same prompts over OkHttp with it off and on, in turn. */
public final class Connections {
    private static final int ROUNDS = 3;
    private static final List<String> LENGTHS = List.of("1", "10", "40", "100");

    private Connections() {}

    /**
     * Measures, and prints a table in Markdown.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        Table table = new Table("prompt", "delayed", "at once", "ratio");
        for (Wire wire : Wire.values()) {
            try (MockWebServer server = wire.serve()) {
                report(wire, server, table);
            }
        }
        System.out.println(Machine.here() + "\n\n" + table);
    }

    private static void report(Wire wire, MockWebServer server, Table table) {
        Map<String, List<Double>> delayed = new LinkedHashMap<>();
        Map<String, List<Double>> atOnce = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            System.err.println(wire + ", round " + (round + 1) + " of " + ROUNDS);
            send(server, "off", delayed);
            send(server, "on", atOnce);
        }
        LENGTHS.forEach(length -> {
            Pairs pairs = Pairs.of(delayed.getOrDefault(length, List.of()), atOnce.getOrDefault(length, List.of()));
            table.row(
                    length + " KB, " + wire,
                    Unit.MICROSECONDS.write(pairs.without().median()),
                    Unit.MICROSECONDS.write(pairs.with().median()),
                    Unit.TIMES.write(pairs.ratio().median()));
        });
    }

    /** Sends all prompts from a fresh JVM, with the agent either way, and notes the median of each length. */
    private static void send(MockWebServer server, String noDelay, Map<String, List<Double>> medians) {
        Stream<String> arguments =
                Stream.concat(Stream.of(server.url("/v1/chat/completions").toString()), LENGTHS.stream());
        Jvm.current()
                .ownClassPath()
                .withAgent("")
                .property("parsimony.transport.tcp_no_delay", noDelay)
                .run(Prompts.class, arguments.toArray(String[]::new))
                .expectSuccess()
                .out()
                .lines()
                .map(line -> line.split(" "))
                .forEach(line -> medians.computeIfAbsent(line[0], any -> new ArrayList<>())
                        .add(Double.parseDouble(line[1])));
    }
}
