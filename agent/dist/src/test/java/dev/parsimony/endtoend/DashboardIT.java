// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Exposition;
import dev.parsimony.testkit.Exposition.Series;
import dev.parsimony.testkit.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard asks for nothing but what Parsimony emits, by the names under which the collector gives it to Prometheus. */
class DashboardIT {
    private static final String RULES = """
            rules:
              - {name: again, when: {operation: embeddings}, then: {cache: {ttl: 10m, scope: shared}}}
              - {name: smaller, when: {model: gpt-4.1}, then: {model: gpt-4.1-mini}}
            """;
    /** So many calls of a method that nothing is advised by fewer. */
    private static final int ADVISED = 24;

    private static final Dashboard DASHBOARD = Dashboard.ours();

    @TempDir
    private static Path directory;

    private static List<Series> series;

    @BeforeAll
    static void emitEveryMetric() throws IOException {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            simulator.faults().add(Fault.next(Fault.Effect.status(401)));
            Application.at(simulator)
                    .withAgent(RULES)
                    .tellingTo(collector.endpoint())
                    .call(Stream.concat(
                                    Collections.nCopies(ADVISED, Kind.OPENAI_CHAT).stream(),
                                    Stream.of(
                                            Kind.OPENAI_CHAT_STREAM,
                                            Kind.OPENAI_EMBEDDING,
                                            Kind.OPENAI_EMBEDDING,
                                            Kind.ANTHROPIC_MESSAGE,
                                            Kind.ANTHROPIC_MESSAGE,
                                            Kind.ANTHROPIC_MESSAGE))
                            .toArray(Kind[]::new));
            Application.at(simulator)
                    .withAgent(SabotagedJar.in(directory), "")
                    .property("sabotage", "calibrate/throws")
                    .tellingTo(collector.endpoint())
                    .call(Kind.OPENAI_CHAT);
            series = Exposition.of(collector.exports()).stream()
                    .filter(each -> "dev.parsimony".equals(each.labels().get("otel_scope_name")))
                    .toList(); // OpenTelemetry's SDK counts its own queues beside
        }
    }

    @Test
    void asksOnlyForMetricsThatAreEmitted() {
        Set<String> emitted = labels().keySet();

        assertThat(DASHBOARD.queries())
                .hasSizeGreaterThan(20)
                .allSatisfy(query -> assertThat(query.metrics())
                        .as(query.toString())
                        .isNotEmpty()
                        .isSubsetOf(emitted));
    }

    @Test
    void asksOnlyForLabelsThatTheMetricHas() {
        Map<String, Set<String>> emitted = labels();

        assertThat(DASHBOARD.queries())
                .allSatisfy(query -> assertThat(query.metrics())
                        .allSatisfy(metric -> assertThat(query.labels())
                                .as(query + " over " + metric)
                                .isSubsetOf(emitted.getOrDefault(metric, Set.of()))));
    }

    @Test
    void labelsItsLegendsWithWhatQueriesGroupBy() {
        assertThat(DASHBOARD.queries())
                .allSatisfy(
                        query -> assertThat(query.labels()).as(query.toString()).containsAll(query.legend()));
    }

    @Test
    void asksForEveryMetricThatIsEmitted() {
        Set<String> asked = DASHBOARD.queries().stream()
                .flatMap(query -> query.metrics().stream())
                .map(DashboardIT::withoutPart)
                .collect(Collectors.toSet());

        assertThat(labels().keySet()).extracting(DashboardIT::withoutPart).isSubsetOf(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "parsimony_cost_total,                            parsimony_call_site",
        "parsimony_cost_total,                            gen_ai_request_model",
        "gen_ai_client_token_usage_sum,                   gen_ai_token_type",
        "parsimony_cache_requests_total,                  parsimony_cache_outcome",
        "gen_ai_client_operation_duration_seconds_bucket, le",
        "parsimony_saved_total,                           parsimony_lever",
    })
    void showsWhatPeopleLookFor(String metric, String by) {
        assertThat(DASHBOARD.queries()).anySatisfy(query -> {
            assertThat(query.metrics()).containsExactly(metric);
            assertThat(query.text()).containsPattern("by \\([^)]*\\b" + by + "\\b");
        });
    }

    @Test
    void promtoolParsesEveryQuery() throws Exception {
        assertThat(Promtool.in(directory).complaintsOf(DASHBOARD.queries())).isEmpty();
    }

    @Test
    void everyQueryYieldsSomethingOfWhatIsEmitted() throws Exception {
        assertThat(Promtool.in(directory).fruitless(DASHBOARD.queries(), series))
                .isEmpty();
    }

    /** The labels of each metric, those of all its series together. */
    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        series.forEach(each -> labels.computeIfAbsent(each.name(), name -> new TreeSet<>())
                .addAll(each.labels().keySet()));
        return labels;
    }

    private static String withoutPart(String name) {
        return name.replaceAll("_(bucket|sum|count)$", "");
    }
}
