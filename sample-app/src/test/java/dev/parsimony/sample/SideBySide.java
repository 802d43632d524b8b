// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.sample;

import dev.parsimony.simulator.billing.Bill;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import dev.parsimony.testkit.Sums;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs the support desk twice, without and with the agent, against the simulator, whose own bill is the judge. Where the
 * environment holds real keys it runs against the real providers, and Parsimony's own reckoning stands in for their bill:
 * first in {@code observe}, which changes nothing, then with the sample's rules.
 */
public final class SideBySide {
    private static final Path SETTINGS = Path.of("parsimony.yaml");

    private SideBySide() {}

    /**
     * Runs both and prints the bills.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Map<String, String> real = realProviders(System.getenv());
        boolean simulated = real.isEmpty();
        Outcome without = simulated ? simulatedWithout() : realAt(real, "observe");
        Outcome with = simulated ? simulatedWith() : realAt(real, "optimize");
        System.out.println(new Comparison(without, with, simulated).table());
    }

    private static Map<String, String> realProviders(Map<String, String> environment) {
        boolean keys = environment.containsKey("OPENAI_API_KEY") && environment.containsKey("ANTHROPIC_API_KEY");
        return keys
                ? environment.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("OPENAI_")
                                || entry.getKey().startsWith("ANTHROPIC_"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                : Map.of();
    }

    /** The morning at the simulator as it is without us. */
    static Outcome simulatedWithout() {
        try (Simulator simulator = Simulator.start()) {
            new Morning().at(providers(simulator)).run();
            return outcome(simulator.bill(), Map.of(), Map.of());
        }
    }

    /** The morning at a fresh simulator, with the agent and the sample's rules. */
    static Outcome simulatedWith() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            new Morning()
                    .at(providers(simulator))
                    .withAgent(SETTINGS, collector.endpoint())
                    .run();
            return outcome(
                    simulator.bill(), levers(collector, "parsimony.saved"), levers(collector, "parsimony.overspent"));
        }
    }

    private static Outcome realAt(Map<String, String> providers, String mode) {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            new Morning()
                    .at(providers)
                    .withAgent(SETTINGS, collector.endpoint())
                    .with("parsimony.mode", mode)
                    .run();
            Map<String, BigDecimal> spent = Sums.by(collector.metrics(), "parsimony.cost", "gen_ai.request.model");
            long calls = collector.spans().stream()
                    .filter(span ->
                            span.getKindValue() == io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT_VALUE)
                    .count();
            return new Outcome(
                    spent, calls, levers(collector, "parsimony.saved"), levers(collector, "parsimony.overspent"));
        }
    }

    private static Map<String, BigDecimal> levers(OtlpReceiver collector, String counter) {
        return Sums.by(collector.metrics(), counter, "parsimony.lever");
    }

    private static Map<String, String> providers(Simulator simulator) {
        return Map.of(
                "OPENAI_BASE_URL",
                simulator.baseUrl() + "/v1",
                "OPENAI_API_KEY",
                "sk-sample",
                "ANTHROPIC_BASE_URL",
                simulator.baseUrl(),
                "ANTHROPIC_API_KEY",
                "sk-ant-sample");
    }

    private static Outcome outcome(Bill bill, Map<String, BigDecimal> saved, Map<String, BigDecimal> overspent) {
        Map<String, BigDecimal> spent = new TreeMap<>();
        bill.byModel().forEach((model, line) -> spent.put(model, line.amounts().total()));
        return new Outcome(spent, bill.charges().size(), saved, overspent);
    }
}
