// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.meters;

import dev.parsimony.telemetry.Measurement;
import dev.parsimony.telemetry.Measurement.Metric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells registries in Micrometer's way: times by timers, sizes by summaries, both with buckets at the boundaries that the
 * conventions advise where the registry keeps them. Filters of the application's may have it otherwise.
 */
final class Teller {
    private static final String THEIRS = "gen_ai.";
    private static final int MOST = 1_000;

    /**
     * Frameworks that register meters of the conventions' names themselves, with tags of their own. Two that differ cannot
     * stand in one registry of Prometheus, and ours must not take the place of theirs.
     */
    private static final List<String> OTHERS = List.of(
            "org.springframework.ai.model.observation.ModelUsageMetricsGenerator",
            "dev.langchain4j.micrometer.metrics.listeners.MicrometerMetricsChatModelListener",
            "io.quarkiverse.langchain4j.runtime.listeners.MetricsChatModelListener",
            "io.helidon.integrations.langchain4j.MetricsChatModelListener");

    private final boolean tellsAll;
    private final Map<String, Set<List<String>>> series = new ConcurrentHashMap<>();

    private Teller(boolean tellsAll) {
        this.tellsAll = tellsAll;
    }

    /** Beside what a class loader sees. */
    static Teller beside(ClassLoader loader) {
        return new Teller(OTHERS.stream()
                .map(name -> name.replace('.', '/') + ".class")
                .allMatch(file -> loader.getResource(file) == null));
    }

    /** Whether a metric is for us to tell. */
    boolean isOurs(Measurement measurement) {
        return tellsAll || !measurement.metric().name().startsWith(THEIRS);
    }

    /**
     * Tells one value.
     *
     * @throws IllegalArgumentException if the registry knows another meter of the name
     */
    void tell(MeterRegistry registry, Measurement measurement) {
        Metric metric = measurement.metric();
        String[] tags = bounded(metric.name(), measurement.tags()).toArray(String[]::new);
        switch (metric.kind()) {
            case COUNTER -> counter(metric, tags, registry).increment(measurement.value());
            case TIMER -> timer(metric, tags, registry).record(nanos(measurement.value()), TimeUnit.NANOSECONDS);
            case SUMMARY -> summary(metric, tags, registry).record(measurement.value());
        }
    }

    private static Counter counter(Metric metric, String[] tags, MeterRegistry registry) {
        return Counter.builder(metric.name())
                .description(metric.description())
                .tags(tags)
                .register(registry);
    }

    private static Timer timer(Metric metric, String[] tags, MeterRegistry registry) {
        Timer.Builder timer =
                Timer.builder(metric.name()).description(metric.description()).tags(tags);
        if (Kinds.keepsBuckets(registry)) {
            timer.serviceLevelObjectives(metric.boundaries().stream()
                    .map(seconds -> Duration.ofNanos(nanos(seconds)))
                    .toArray(Duration[]::new));
        }
        return timer.register(registry);
    }

    private static DistributionSummary summary(Metric metric, String[] tags, MeterRegistry registry) {
        DistributionSummary.Builder summary = DistributionSummary.builder(metric.name())
                .description(metric.description())
                .tags(tags);
        if (Kinds.keepsBuckets(registry)) {
            summary.serviceLevelObjectives(metric.boundaries().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        }
        return summary.register(registry);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** Its tags; the thousandth series of a metric is that of all others. */
    private List<String> bounded(String metric, List<String> tags) {
        Set<List<String>> known = series.computeIfAbsent(metric, first -> ConcurrentHashMap.newKeySet());
        if (known.contains(tags) || known.size() < MOST - 1 && known.add(List.copyOf(tags))) {
            return tags;
        }
        String[] others = tags.toArray(String[]::new);
        for (int i = 1; i < others.length; i += 2) {
            others[i] = "other";
        }
        return List.of(others);
    }
}
