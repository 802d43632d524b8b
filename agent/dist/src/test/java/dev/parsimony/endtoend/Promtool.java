// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parsimony.testkit.Exposition;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus's own tool. What it is given is JSON, which is YAML. */
final class Promtool {
    private static final String NAME = "promtool";

    private final Path directory;

    private Promtool(Path directory) {
        this.directory = directory;
    }

    /**
     * The tool. Where it is missing, the calling test is skipped, unless {@code -Dparsimony.tests.require=promtool} is given.
     *
     * @param directory where its input is written
     */
    static Promtool in(Path directory) {
        boolean required = List.of(
                        System.getProperty("parsimony.tests.require", "").split(","))
                .contains(NAME);
        assumeTrue(
                required || isHere(),
                "promtool is not on the path (Debian has it in the package prometheus), so the queries are not parsed");
        return new Promtool(directory);
    }

    private static boolean isHere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, NAME)));
    }

    /** What it says of the queries, as rules; empty if it can parse each. */
    String complaintsOf(List<Query> queries) throws IOException, InterruptedException {
        List<?> rules = queries.stream()
                .map(query -> Map.of(
                        "record", "dashboard:query", "labels", Map.of("of", query.where()), "expr", query.text()))
                .toList();
        return run("rules", Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));
    }

    /** What it says of the queries that yield nothing over these series, each of which rises; empty if there is none. */
    String fruitless(List<Query> queries, List<Exposition.Series> series) throws IOException, InterruptedException {
        List<?> input = series.stream()
                .map(each -> Map.of("series", each.toString(), "values", "0+1x20"))
                .toList();
        List<?> expected = queries.stream()
                .map(query -> Map.of(
                        "expr",
                        "count(" + query.text() + ") > bool 0",
                        "eval_time",
                        "20m",
                        "exp_samples",
                        List.of(Map.of("labels", "{}", "value", 1))))
                .toList();
        return run(
                "tests",
                Map.of(
                        "tests",
                        List.of(Map.of("interval", "1m", "input_series", input, "promql_expr_test", expected))));
    }

    private String run(String what, Map<String, ?> input) throws IOException, InterruptedException {
        Path file = directory.resolve(what + ".yaml");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(input), StandardCharsets.UTF_8);
        String[] command = what.equals("rules")
                ? new String[] {NAME, "check", "rules", "--lint=none", file.toString()}
                : new String[] {NAME, "test", "rules", file.toString()};
        Path output = directory.resolve(what + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return process.waitFor() == 0 ? "" : Files.readString(output, StandardCharsets.UTF_8);
    }
}
