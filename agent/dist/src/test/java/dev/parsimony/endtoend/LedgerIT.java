// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Struck;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.AgentJar;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls are written down, and what is written is what the provider billed. */
class LedgerIT {
    private static final String RULES = """
        rules:
          - {name: reuse, when: {operation: chat}, then: {cache: {ttl: 10m, scope: shared}}}
          - {name: mini, when: {model: gpt-4.1, stream: false}, then: {model: gpt-4.1-mini}}
        """;

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sumsUpToTheProvidersBillToTheLastDigit() throws Exception {
        Kind[] twice = Stream.concat(Stream.of(Kind.values()), Stream.of(Kind.values()))
                .toArray(Kind[]::new);
        Jvm.Run run = Application.at(simulator)
                .withAgent("summary: on\n" + ledger("none") + RULES)
                .call(twice);

        Jvm.Run report = parsimony("report", directory.toString(), "--json");
        assertThat(report.out()).contains("\"calls\" : " + twice.length + ",");
        assertThat(new BigDecimal(first("\"cost\" : ([0-9.]+)", report.out())))
                .isEqualByComparingTo(simulator.bill().total());
        assertThat(text())
                .doesNotContain("lamp", "one sentence", "sk-secret", "sk-ant")
                .contains("\"cache\":\"hit\"");
        String local = first("\"answered_here\" : (\\d+)", report.out());
        assertThat(run.err()).containsPattern("all +" + twice.length + " +" + local + " ");
        agreesWith("OpenAI's usage", openAi("usage/completions", "model"));
        agreesWith("OpenAI's embeddings", openAi("usage/embeddings", "model"));
        agreesWith("OpenAI's costs", openAi("costs", "line_item"));
        agreesWith("Anthropic's usage", anthropic("usage_report/messages", "model"));
        agreesWith("Anthropic's costs", anthropic("cost_report", "description"));
    }

    @Test
    void keepsShapesWithoutTextAndBeginsNewFilesForTheirOwnerAlone() throws Exception {
        Application.at(simulator)
                .withAgent(ledger("shape, max_bytes: 3kB"))
                .call(Kind.OPENAI_CHAT, Kind.OPENAI_RESPONSE, Kind.ANTHROPIC_MESSAGE, Kind.OPENAI_EMBEDDING);

        assertThat(text())
                .contains("\"fingerprint\":", "\"blocks\":[{\"level\":")
                .doesNotContain("lamp", "sentence");
        assertThat(files()).allMatch(LedgerIT::isOwnersAlone);
        assertThat(parsimony("report", directory.toString()).out()).startsWith("4 calls,");
    }

    @Test
    void keepsTheRequestAsTheApplicationMadeItWhereAsked() throws Exception {
        Application.at(simulator).withAgent(ledger("full") + RULES).call(Kind.OPENAI_CHAT);

        assertThat(text())
                .contains("\"request\":{", "How long may I return a lamp?", "\"model\":\"gpt-4.1\"")
                .doesNotContain("sk-secret");
        Path traffic = files().get(0);
        Jvm.Run simulated = parsimony("simulate", traffic.toString(), "--json");
        assertThat(simulated.out()).contains("\"as_sent\"");
    }

    @Test
    void isWholeWhenTheJvmIsStruckDownAndGoesOnBehindATornLine() throws Exception {
        Path file = directory.resolve("calls.jsonl");
        Application.at(simulator).withAgent(ledger("none")).run(Struck.class, Kind.OPENAI_CHAT.name(), file.toString());
        assertThat(parsimony("report", file.toString()).err()).isEmpty();

        Files.writeString(file, "{\"at\":\"2026-11-2", StandardOpenOption.APPEND);
        Application.at(simulator).withAgent(ledger("none")).call(Kind.ANTHROPIC_MESSAGE);

        Jvm.Run report = parsimony("report", file.toString(), "--by", "model");
        assertThat(report.err()).contains("skipped: torn");
        assertThat(report.out()).contains("gpt-4.1", "claude-sonnet-4-5");
    }

    private String ledger(String content) {
        return "ledger: {file: '" + directory.resolve("calls.jsonl") + "', content: " + content + "}\n";
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files()) {
            text.append(Files.readString(file, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static boolean isOwnersAlone(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .equals("rw-------");
        } catch (IOException e) {
            return false;
        }
    }

    private static Jvm.Run parsimony(String... arguments) {
        String[] all = Stream.concat(Stream.of(AgentJar.path().toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return Jvm.current().quickToStart().run("-jar", all).expectSuccess();
    }

    private void agreesWith(String name, String export) throws IOException {
        Path bill = Files.writeString(Files.createTempFile("bill", ".json"), export, StandardCharsets.UTF_8);
        Jvm.Run run = parsimony("reconcile", directory.toString(), "--bill", bill.toString());
        assertThat(run.out()).as(name).contains("unexplained 0 (0.000 %)");
        Files.delete(bill);
    }

    private String openAi(String what, String group) throws IOException, InterruptedException {
        String query = "?start_time=" + yesterday().getEpochSecond() + "&group_by=" + group;
        return get("/v1/organization/" + what + query, "authorization", "Bearer sk-admin");
    }

    private String anthropic(String what, String group) throws IOException, InterruptedException {
        String query = "?starting_at=" + yesterday() + "&group_by=" + group;
        return get("/v1/organizations/" + what + query, "x-api-key", "sk-ant-admin", "anthropic-version", "2023-06-01");
    }

    private static Instant yesterday() {
        return Instant.ofEpochSecond(Instant.now().minus(Duration.ofDays(1)).getEpochSecond());
    }

    private String get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .headers(headers)
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
