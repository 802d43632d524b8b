// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Measured;
import com.google.protobuf.ByteString;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Applications that Micrometer traces and measures: over OpenTelemetry's SDK or Brave, and scraped by Prometheus. */
class MicrometerIT {
    private static final String RULES = """
            rules:
              - {name: again, when: {operation: chat}, then: {cache: {ttl: 10m, scope: shared}}}
              - {name: smaller, when: {model: gpt-4.1}, then: {model: gpt-4.1-mini}}
            """;
    private static final Pattern SERIES = Pattern.compile("([a-z_A-Z]+)\\{(.*)} \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_A-Z]+)=\"([^\"]*)\"");

    private static String logged;
    private static List<String> overOpenTelemetry;
    private static List<String> overBrave;
    private static List<Span> exported;

    @BeforeAll
    static void callInASpanOfEach() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run run = Application.at(simulator)
                    .withAgent(RULES)
                    .run(Measured.class, "otel", Kind.OPENAI_CHAT.name(), Kind.OPENAI_CHAT_STREAM.name());
            overOpenTelemetry = run.out().lines().toList();
            logged = run.out() + run.err();
            overBrave = Application.at(simulator)
                    .withAgent(RULES)
                    .tellingTo(collector.endpoint())
                    .run(Measured.class, "brave", Kind.OPENAI_CHAT.name(), Kind.OPENAI_CHAT.name())
                    .out()
                    .lines()
                    .toList();
            exported = collector.spans();
        }
    }

    @Test
    void tellsTheSdkOfTheBridgeOfCallsUnderTheSpanInWhichTheyAreMade() {
        String[] own = own(overOpenTelemetry);

        assertThat(overOpenTelemetry.stream().filter(line -> line.endsWith(" dev.parsimony")))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line).startsWith("span " + own[1]);
                    assertThat(line.split(" ")[3]).isEqualTo(own[2]);
                });
    }

    @Test
    void nestsCallsUnderTheSpanOfBraveWhoseTraceIdHas64Bits() {
        String[] own = own(overBrave);

        assertThat(own[1]).hasSize(16);
        assertThat(exported).hasSize(2).allSatisfy(span -> {
            assertThat(hex(span.getTraceId())).isEqualTo("0".repeat(16) + own[1]);
            assertThat(hex(span.getParentSpanId())).isEqualTo(own[2]);
        });
    }

    @Test
    void takesARepeatedCallWithinOneTraceOfBraveForOneThatWantsAnotherAnswer() {
        assertThat(Attributes.of(exported.get(1)).get("parsimony.skipped")).contains("same_trace");
    }

    @Test
    void leavesBravesOwnSpansToBrave() {
        assertThat(overBrave.stream().filter(line -> line.startsWith("span "))).hasSize(1);
    }

    @Test
    void showsTheMetricsOfCallsToPrometheusByTheNamesOfOurDashboard() {
        Map<String, Set<String>> scraped = scraped(overOpenTelemetry);

        assertThat(scraped.keySet())
                .contains(
                        "gen_ai_client_operation_duration_seconds_bucket",
                        "gen_ai_client_operation_time_to_first_chunk_seconds_bucket",
                        "gen_ai_client_token_usage_sum",
                        "parsimony_cache_requests_total",
                        "parsimony_cost_total",
                        "parsimony_instrumentation",
                        "parsimony_overhead_seconds_bucket",
                        "parsimony_saved_total");
        assertThat(Dashboard.ours().queries())
                .filteredOn(query -> scraped.keySet().containsAll(query.metrics()))
                .hasSizeGreaterThan(10)
                .allSatisfy(query -> assertThat(query.metrics())
                        .allSatisfy(metric -> assertThat(query.labels())
                                .as(query + " over " + metric)
                                .isSubsetOf(scraped.get(metric))));
    }

    @Test
    void asksForEveryMetricOnTheDashboardButMicrometersMaxima() {
        Set<String> asked = Dashboard.ours().queries().stream()
                .flatMap(query -> query.metrics().stream())
                .map(MicrometerIT::withoutPart)
                .collect(Collectors.toSet());

        assertThat(scraped(overOpenTelemetry).keySet())
                .filteredOn(name -> !name.endsWith("_max"))
                .extracting(MicrometerIT::withoutPart)
                .isSubsetOf(asked);
    }

    @Test
    void showsThemWhereTheyAreExportedByOtlpTooSinceThatIsAnotherBackend() {
        assertThat(scraped(overBrave)).containsKey("parsimony_cost_total");
    }

    @Test
    void hasMicrometerWarnOfNothingInTheApplicationsLog() {
        assertThat(logged).doesNotContain("already registered");
    }

    @Test
    void namesTheCallSite() {
        assertThat(overOpenTelemetry)
                .anyMatch(line -> line.startsWith("parsimony_cost_total{")
                        && line.contains("parsimony_call_site=\"com.acme.caller.Kind"));
    }

    private static String[] own(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("own "))
                .findFirst()
                .orElseThrow()
                .split(" ");
    }

    /** The labels of each metric of ours, and those that Prometheus itself adds. */
    private static Map<String, Set<String>> scraped(List<String> lines) {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String line : lines) {
            Matcher series = SERIES.matcher(line);
            if (series.matches()) {
                Set<String> known =
                        labels.computeIfAbsent(series.group(1), first -> new TreeSet<>(Set.of("job", "instance")));
                LABEL.matcher(series.group(2)).results().forEach(label -> known.add(label.group(1)));
            }
        }
        return labels;
    }

    private static String withoutPart(String name) {
        return name.replaceAll("_(bucket|sum|count)$", "");
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
