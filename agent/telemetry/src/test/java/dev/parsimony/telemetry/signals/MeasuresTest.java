// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.telemetry.Measurement;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuresTest {
    private static final String NEWEST = "gen_ai_latest_experimental";

    private final Measures measures = new Measures("");

    @Test
    void areThoseThatOpenTelemetryIsToldWithTheSameAttributes() {
        Recorder recorder = new Recorder(Convention.V1_41);
        recorder.tell(everything());
        Map<String, Set<String>> told = new TreeMap<>();
        recorder.collect()
                .forEach((name, metric) -> metric.getData().getPoints().stream()
                        .map(PointData::getAttributes)
                        .map(Recorder::plain)
                        .forEach(attributes -> told.computeIfAbsent(name, first -> new TreeSet<>())
                                .addAll(attributes.keySet())));
        assertThat(written(measures.of(everything()))).isEqualTo(told);
    }

    @ParameterizedTest
    @EnumSource
    void haveTheSameSumsByEveryVersionOfTheConventions(Convention convention) {
        Recorder recorder = new Recorder(convention);
        recorder.tell(everything());
        Measures others = new Measures(convention == Convention.LATEST ? NEWEST : "");
        Map<String, Double> sums = others.of(everything()).stream()
                .collect(Collectors.groupingBy(
                        each -> each.metric().name(), Collectors.summingDouble(Measurement::value)));
        assertThat(recorder.collect()).containsKeys(sums.keySet().toArray(String[]::new));
        assertThat(sums)
                .containsEntry("parsimony.cost", 0.00125)
                .containsEntry("parsimony.saved", 0.25)
                .containsEntry("parsimony.overspent", 0.05);
    }

    @Test
    void sayNoneOfWhatIsNotKnownSoThatAMetricsTagsAreAlwaysTheSame() {
        Exchange refused = new Calls().model("").site(CallSite.unknown()).begin();
        refused.cost(Cost.known(BigDecimal.ONE, false));
        refused.timeline().end();
        for (Measurement each : measures.of(refused)) {
            assertThat(names(each)).isEqualTo(names(of(each.metric().name())));
        }
        assertThat(measures.of(refused))
                .filteredOn(each -> each.metric().name().equals("parsimony.cost"))
                .singleElement()
                .satisfies(cost -> assertThat(pairs(cost))
                        .containsEntry("gen_ai.request.model", "none")
                        .containsEntry("parsimony.call_site", "none"));
    }

    @Test
    void countACallWithoutAPriceWithTheReason() {
        Exchange exchange = new Calls().answered();
        exchange.cost(Cost.unknown("no_usage"));
        assertThat(measures.of(exchange))
                .filteredOn(each -> each.metric().name().equals("parsimony.unpriced"))
                .singleElement()
                .satisfies(each -> assertThat(pairs(each)).containsEntry("parsimony.cost.unknown", "no_usage"));
    }

    @Test
    void tellNothingOfAModelThatWasNotAsked() {
        assertThat(measures.of(new Calls().hit()))
                .extracting(each -> each.metric().name())
                .containsExactlyInAnyOrder(
                        "parsimony.overhead", "parsimony.cost", "parsimony.cache.requests", "parsimony.saved");
    }

    @Test
    void nameTwoHundredCallSitesAndThenOther() {
        Set<String> sites = IntStream.range(0, 300)
                .mapToObj(i ->
                        new Calls().site(new CallSite("com.acme.Site.m" + i, 1)).answered())
                .flatMap(exchange -> measures.of(exchange).stream())
                .filter(each -> each.metric().name().equals("parsimony.cost"))
                .map(each -> String.valueOf(pairs(each).get("parsimony.call_site")))
                .collect(Collectors.toSet());
        assertThat(sites).hasSize(201).contains("other");
    }

    private Measurement of(String metric) {
        return measures.of(everything()).stream()
                .filter(each -> each.metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    /** A call whose every metric has a value: a stream, saved on and overspent. */
    private static Exchange everything() {
        Calls calls = new Calls().streamed();
        Exchange exchange = calls.answered();
        exchange.timeline().chunk();
        exchange.failed("timeout");
        exchange.recall(Recall.MISS);
        exchange.saved(new Saving("model", "cheap", new BigDecimal("0.25"), false));
        exchange.saved(new Saving("prompt_cache", "cheap", new BigDecimal("-0.05"), true));
        calls.pass(Duration.ofMillis(1));
        return exchange;
    }

    /** The tags of each metric that say something. */
    private static Map<String, Set<String>> written(List<Measurement> all) {
        Map<String, Set<String>> written = new TreeMap<>();
        all.forEach(each -> pairs(each).forEach((name, value) -> {
            if (!value.equals(Measurement.NONE)) {
                written.computeIfAbsent(each.metric().name(), first -> new TreeSet<>())
                        .add(name);
            }
        }));
        return written;
    }

    private static Map<String, String> pairs(Measurement measurement) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < measurement.tags().size(); i += 2) {
            pairs.put(measurement.tags().get(i), measurement.tags().get(i + 1));
        }
        return pairs;
    }

    private static Set<String> names(Measurement measurement) {
        return pairs(measurement).keySet();
    }
}
