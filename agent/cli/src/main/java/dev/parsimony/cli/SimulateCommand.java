// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.cli.simulation.Outcome;
import dev.parsimony.cli.simulation.Simulation;
import dev.parsimony.cli.simulation.TrafficCall;
import dev.parsimony.settings.Loaded;
import dev.parsimony.settings.Problem;
import dev.parsimony.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the same traffic would have cost otherwise. */
@Command(
        header = "Shows what the same traffic would have cost, as sent and with Parsimony.",
        description =
                "Plays recorded traffic on a driven clock through the engine and the providers' rules of billing. A line"
                        + " of TRAFFIC.jsonl is {\"at\": ISO time, \"call_site\", \"tenant\", \"url\", \"request\": body,"
                        + " \"output_tokens\"}. All calls count as one account's, and nothing is sent. The bound is what nobody who"
                        + " knew all of it beforehand could better by prompt-cache marks and their lifetimes: the optimum"
                        + " for small files, a lower bound of it for large ones.%n")
final class SimulateCommand implements Callable<Result> {
    @Parameters(paramLabel = "TRAFFIC.jsonl", description = "The traffic; - is standard input.")
    String traffic = "";

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "A settings file; without one, the built-in settings.")
    String rules = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes each line with the request as it would have been sent.")
    String out = "";

    @Option(names = "--csv", description = "Write the table as comma-separated values.")
    boolean csv;

    @Mixin
    Format format = new Format();

    private final Console console;
    private final SettingsFile settings;

    /**
     * The command.
     *
     * @param console what {@code -} stands for
     * @param settings reads the settings file
     */
    SimulateCommand(Console console, SettingsFile settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public Result call() {
        Settings inForce = Settings.builtIn(Runtime.getRuntime().maxMemory());
        if (!rules.isEmpty()) {
            Loaded loaded = settings.read(rules);
            if (!loaded.isAccepted()) {
                return new Result(Result.COULD_NOT_RUN, "", said(loaded.problems()));
            }
            inForce = loaded.settings();
        }
        List<TrafficCall> calls = calls();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        BiConsumer<TrafficCall, byte[]> keep = (call, body) -> lines.writeBytes(line(call, body));
        Outcome outcome = new Simulation(calls).run(inForce, out.isEmpty() ? (call, body) -> {} : keep);
        write(lines);
        Table table = table(outcome);
        return new Result(
                Result.DONE,
                csv ? table.csv() : format.write(() -> tree(outcome), table::text),
                words(outcome, calls.size()));
    }

    private List<TrafficCall> calls() {
        try {
            return TrafficCall.read(new Source(console).bytes(traffic));
        } catch (IllegalArgumentException unreadable) {
            throw new Complaint(Source.name(traffic) + ":" + unreadable.getMessage());
        }
    }

    private void write(ByteArrayOutputStream lines) {
        if (!out.isEmpty()) {
            try {
                Files.write(Path.of(out), lines.toByteArray());
            } catch (IOException unwritable) {
                throw new Complaint(out, "cannot be written: " + unwritable.getMessage());
            }
        }
    }

    private static byte[] line(TrafficCall call, byte[] body) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("at", call.at());
        head.put("call_site", call.callSite());
        head.put("tenant", call.tenant());
        head.put("url", call.url());
        head.put("output_tokens", call.outputTokens());
        String json = JsonText.of(head).replace("\n", "").replaceFirst("}$", "");
        ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + json.length());
        line.writeBytes((json + ",\"request\":").getBytes(StandardCharsets.UTF_8));
        line.writeBytes(body);
        line.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }

    private static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("as_sent", outcome.asSent());
        tree.put("parsimony", outcome.parsimony());
        tree.put("bound", outcome.bound().usd());
        tree.put("bound_is", outcome.bound().toString());
        tree.put("strategies", outcome.strategies());
        tree.put("calls", outcome.calls());
        return tree;
    }

    private Table table(Outcome outcome) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("as_sent", outcome.asSent(), outcome));
        rows.add(row("parsimony", outcome.parsimony(), outcome));
        rows.add(row(
                csv ? "bound" : "bound (" + outcome.bound() + ")",
                outcome.bound().usd(),
                outcome));
        outcome.strategies().forEach((name, usd) -> rows.add(row(name, usd, outcome)));
        return new Table(List.of("bill", "usd", "percent_of_as_sent"), rows);
    }

    private static List<String> row(String name, BigDecimal usd, Outcome outcome) {
        String share = outcome.asSent().signum() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f",
                        usd.multiply(BigDecimal.valueOf(100)).divide(outcome.asSent(), MathContext.DECIMAL64));
        return List.of(name, String.format(Locale.ROOT, "%.6f", usd), share);
    }

    private static String words(Outcome outcome, int lines) {
        return outcome.unknown() == 0
                ? ""
                : "simulate: " + outcome.unknown() + " of " + lines
                        + " calls are left out, since the simulator does not bill such an API or model.";
    }

    private static String said(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
