// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.telemetry.Findings;
import dev.parsimony.telemetry.Measurement;
import dev.parsimony.telemetry.Measurement.Kind;
import dev.parsimony.telemetry.Measurement.Metric;
import dev.parsimony.telemetry.RecordedLog;
import dev.parsimony.telemetry.signals.Calls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistriesTest {
    private static final Metric COST = new Metric("parsimony.cost", "What calls cost.", Kind.COUNTER, List.of());
    private static final Metric TIME = new Metric("gen_ai.time", "How long.", Kind.TIMER, List.of(0.01, 0.02));
    private static final Metric SIZE = new Metric("gen_ai.size", "How much.", Kind.SUMMARY, List.of(1.0, 4.0));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordedLog log = new RecordedLog();
    private final Findings findings = new Findings();
    private final Registries registries = new Registries(findings, log);

    @AfterEach
    void clear() {
        List.copyOf(Metrics.globalRegistry.getRegistries()).forEach(Metrics::removeRegistry);
        List.copyOf(Metrics.globalRegistry.getMeters()).forEach(Metrics.globalRegistry::remove);
    }

    @Test
    void addUpWhatIsCounted() {
        Metrics.addRegistry(registry);
        tell(COST, 0.5);
        tell(COST, 0.25);
        Counter counter = registry.get("parsimony.cost").tag("model", "m").counter();
        assertThat(counter.count()).isEqualTo(0.75);
        assertThat(counter.getId().getDescription()).isEqualTo("What calls cost.");
    }

    @Test
    void keepTimesAndSizesInBucketsAtTheConventionsBoundaries() {
        MeterRegistry prometheus = new PrometheusMeterRegistry();
        Metrics.addRegistry(prometheus);
        tell(TIME, 0.015);
        tell(SIZE, 3);
        Timer timer = prometheus.get("gen_ai.time").timer();
        DistributionSummary summary = prometheus.get("gen_ai.size").summary();
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(15);
        assertThat(timer.takeSnapshot().histogramCounts())
                .extracting(bucket -> bucket.bucket(TimeUnit.MILLISECONDS), bucket -> bucket.count())
                .containsExactly(tuple(10.0, 0.0), tuple(20.0, 1.0));
        assertThat(summary.takeSnapshot().histogramCounts())
                .extracting(bucket -> bucket.bucket())
                .containsExactly(1.0, 4.0);
    }

    @Test
    void keepOneMeterForAllTimesOrSizesWhereEachBucketWouldBeOneMore() {
        Metrics.addRegistry(registry);
        tell(TIME, 0.015);
        tell(SIZE, 3);
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder("gen_ai.time", "gen_ai.size");
        assertThat(registry.get("gen_ai.time").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(15);
    }

    @Test
    void keepBucketsInACompositeWhereAllOfItsPartsDo() {
        MeterRegistry prometheus = new PrometheusMeterRegistry();
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(prometheus).add(new OpenTelemetryMeterRegistry());
        assertThat(Kinds.keepsBuckets(composite)).isTrue();
        assertThat(Kinds.keepsBuckets(composite.add(registry))).isFalse();
    }

    @Test
    void areToldWhenTheyComeLater() {
        tell(COST, 1);
        Metrics.addRegistry(registry);
        tell(COST, 2);
        assertThat(registry.get("parsimony.cost").counter().count()).isEqualTo(2);
    }

    @Test
    void leaveOutThoseThatHandOverWhatIsToldAlready() {
        MeterRegistry bridge = new OpenTelemetryMeterRegistry();
        Metrics.addRegistry(registry);
        Metrics.addRegistry(new CompositeMeterRegistry().add(bridge));
        registries.record(List.of(measurement(COST, 1, "m")), true);
        assertThat(registry.get("parsimony.cost").counter().count()).isOne();
        assertThat(bridge.getMeters()).isEmpty();
    }

    @Test
    void tellThemToo() {
        MeterRegistry bridge = new OpenTelemetryMeterRegistry();
        Metrics.addRegistry(bridge);
        registries.record(List.of(measurement(COST, 1, "m")), false);
        assertThat(bridge.get("parsimony.cost").counter().count()).isOne();
    }

    @Test
    void holdToTheFiltersOfAComposite() {
        Metrics.globalRegistry.config().commonTags("service", "desk");
        Metrics.addRegistry(registry);
        tell(COST, 1);
        assertThat(registry.get("parsimony.cost")
                        .tag("service", "desk")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void showFailuresAndSdksAsTheyAreWhenAsked() {
        Metrics.addRegistry(registry);
        findings.fail("rewrite");
        findings.found("openai-java", "", "active");
        tell(COST, 1);
        findings.fail("rewrite");
        assertThat(registry.get("parsimony.failures")
                        .tag("parsimony.step", "rewrite")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(state("active")).isOne();
        findings.found("openai-java", "", "unfit");
        tell(COST, 1);
        assertThat(state("active")).isZero();
        assertThat(state("unfit")).isOne();
    }

    private double state(String state) {
        return registry.get("parsimony.instrumentation")
                .tag("parsimony.sdk.name", "openai-java")
                .tag("parsimony.instrumentation.state", state)
                .gauge()
                .value();
    }

    @Test
    void showWhatCouldBeSaved() {
        Metrics.addRegistry(registry);
        for (int i = 0; i < 20; i++) {
            findings.advise(new Calls().repeated());
            tell(COST, 1);
        }
        List<String> registered = registered();
        findings.advise(new Calls().repeated());
        tell(COST, 1);
        assertThat(registry.get("parsimony.advice")
                        .tag("parsimony.call_site", Calls.SITE)
                        .tag("parsimony.lever", "response_cache")
                        .gauge()
                        .value())
                .isCloseTo(21 * 0.00125 * 365 * 24, within(1e-6));
        assertThat(registered).doesNotContain("parsimony.advice");
    }

    @Test
    void registerEachOnceSinceMicrometerWarnsTheApplicationOfTheSecondTime() {
        List<String> registered = registered();
        Metrics.addRegistry(registry);
        Metrics.addRegistry(new OpenTelemetryMeterRegistry());
        findings.fail("rewrite");
        findings.found("openai-java", "", "active");
        registries.record(List.of(), true);
        registries.record(List.of(), true);
        assertThat(registered).containsExactlyInAnyOrder("parsimony.failures", "parsimony.instrumentation");
    }

    @Test
    void registerNothingAgainWhereACompositeBroughtIt() {
        Metrics.addRegistry(registry);
        findings.found("openai-java", "", "active");
        registries.record(List.of(), true);
        List<String> registered = registered();
        Metrics.addRegistry(new OpenTelemetryMeterRegistry());
        registries.record(List.of(), true);
        assertThat(registered).isEmpty();
    }

    /** The names of what is registered from now on, again or for the first time. */
    private List<String> registered() {
        List<String> names = new ArrayList<>();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                names.add(id.getName());
                return id;
            }
        });
        return names;
    }

    @Test
    void showInTheOthersWhatOneOfThemRefuses() {
        Metrics.addRegistry(new Strict());
        Metrics.addRegistry(registry);
        Metrics.addRegistry(new OpenTelemetryMeterRegistry());
        findings.fail("rewrite");
        findings.found("openai-java", "", "active");
        registries.record(List.of(), true);
        assertThat(state("active")).isOne();
        assertThat(registry.find("parsimony.failures").functionCounter()).isNotNull();
        assertThat(log.said)
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("parsimony.failures"))
                .anySatisfy(line -> assertThat(line).contains("parsimony.instrumentation"));
    }

    @Test
    void sayOnceThatARegistryKnowsAnotherMeterOfTheName() {
        Metrics.addRegistry(new Strict());
        tell(COST, 1);
        tell(COST, 1);
        assertThat(log.said).singleElement().asString().contains("parsimony.cost");
    }

    @Test
    void keepAThousandSeriesOfAMetric() {
        Metrics.addRegistry(registry);
        for (int i = 0; i < 1_100; i++) {
            registries.record(List.of(measurement(COST, 1, "m" + i)), false);
        }
        assertThat(registry.find("parsimony.cost").counters()).hasSize(1_000);
        assertThat(registry.get("parsimony.cost")
                        .tag("model", "other")
                        .counter()
                        .count())
                .isEqualTo(101);
    }

    @Test
    void leaveTheConventionsNamesToAFrameworkThatUsesThemItself() {
        Teller teller = Teller.beside(new SpringAi());
        assertThat(teller.isOurs(measurement(TIME, 1, "m"))).isFalse();
        assertThat(teller.isOurs(measurement(COST, 1, "m"))).isTrue();
        assertThat(Teller.beside(getClass().getClassLoader()).isOurs(measurement(TIME, 1, "m")))
                .isTrue();
    }

    private void tell(Metric metric, double value) {
        registries.record(List.of(measurement(metric, value, "m")), false);
    }

    private static Measurement measurement(Metric metric, double value, String model) {
        return new Measurement(metric, List.of("model", model), value);
    }

    /** Named as the one that Prometheus scrapes. */
    private static final class PrometheusMeterRegistry extends SimpleMeterRegistry {}

    /** Named as the bridge. */
    private static final class OpenTelemetryMeterRegistry extends SimpleMeterRegistry {}

    /** Throws as Prometheus' registry did up to Micrometer 1.12. */
    private static final class Strict extends SimpleMeterRegistry {
        @Override
        protected Counter newCounter(Meter.Id id) {
            throw new IllegalArgumentException("already in use");
        }

        @Override
        protected <T> FunctionCounter newFunctionCounter(Meter.Id id, T of, ToDoubleFunction<T> value) {
            throw new IllegalArgumentException("already in use");
        }

        @Override
        protected <T> Gauge newGauge(Meter.Id id, T of, ToDoubleFunction<T> value) {
            throw new IllegalArgumentException("already in use");
        }
    }

    /** Sees Spring AI, or so it says. */
    private static final class SpringAi extends ClassLoader {
        @Override
        public URL getResource(String name) {
            return name.startsWith("org/springframework/ai/") ? getClass().getResource("") : super.getResource(name);
        }
    }
}
