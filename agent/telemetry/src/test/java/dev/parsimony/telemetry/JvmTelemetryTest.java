// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.telemetry.signals.Calls;
import dev.parsimony.telemetry.signals.Measures;
import dev.parsimony.telemetry.signals.Recorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmTelemetryTest {
    private final RecordedLog log = new RecordedLog();
    private final Ours ours = new Ours();
    private final Findings findings = new Findings();
    private final Telemetry telemetry = new JvmTelemetry(
            new Neighbours(findings, "", "1.2.3", new OtherAgents(name -> false), log),
            ours,
            findings,
            new Measures(""),
            new Guard((step, cause) -> log.say("" + cause)));

    @AfterEach
    void clear() {
        List.copyOf(Metrics.globalRegistry.getRegistries()).forEach(Metrics::removeRegistry);
        List.copyOf(Metrics.globalRegistry.getMeters()).forEach(Metrics.globalRegistry::remove);
    }

    @Test
    void tellsUsWhereTheApplicationTracesNothing() {
        telemetry.open(Calls.answeredCall(), ApplicationTracing.none());

        assertThat(ours.opened).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.33.0", "1.67.0"})
    void tellsUsWhereTheApplicationHasSetNothingOrWhatTracesNothing(String version) throws Exception {
        try (TracedApplication application = new TracedApplication(version)) {
            ApplicationTracing tracing = telemetry.tracing(application.loader());
            telemetry.open(Calls.answeredCall(), tracing);
            application.registerGlobal(); // propagates and traces nothing
            telemetry.open(Calls.answeredCall(), tracing);

            assertThat(ours.opened).hasSize(2);
            assertThat(log.said).isEmpty();
        }
    }

    @Test
    void tellsTheInstanceThatAnApplicationHasBuiltAndNotUs() {
        Recorder theirs = new Recorder(IdGenerator.random());
        telemetry.joins(theirs.sdk);
        Exchange exchange = Calls.answeredCall();

        telemetry.open(exchange, telemetry.tracing(getClass().getClassLoader())).end(exchange);

        assertThat(ours.opened).isEmpty();
        assertThat(theirs.spans.getFinishedSpanItems()).hasSize(1);
        assertThat(theirs.collect()).containsKey("parsimony.cost");
    }

    @Test
    void tellsTheInstanceThatWasBuiltLast() {
        telemetry.joins(new Recorder(IdGenerator.random()).sdk);
        ApplicationTracing tracing = telemetry.tracing(getClass().getClassLoader());
        telemetry.open(Calls.answeredCall(), tracing).end(Calls.answeredCall());
        Recorder later = new Recorder(IdGenerator.random());
        telemetry.joins(later.sdk);

        telemetry.open(Calls.answeredCall(), tracing).end(Calls.answeredCall());

        assertThat(later.spans.getFinishedSpanItems()).hasSize(1);
    }

    @Test
    void staysWithTheOneThatTracesWhenALibraryBuildsOneForItsOwnMetrics() {
        Recorder theirs = new Recorder(IdGenerator.random());
        telemetry.joins(theirs.sdk);
        telemetry.joins(OpenTelemetrySdk.builder().build());

        ApplicationTracing tracing = telemetry.tracing(getClass().getClassLoader());
        telemetry.open(Calls.answeredCall(), tracing).end(Calls.answeredCall());

        assertThat(theirs.spans.getFinishedSpanItems()).hasSize(1);
    }

    @Test
    void tellsTheApplicationsMicrometerAsWell() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        tell();

        assertThat(ours.opened).hasSize(1);
        assertThat(registry.get("parsimony.cost").counter().count()).isEqualTo(0.00125);
        assertThat(log.said).isEmpty();
    }

    @Test
    void tellsWhatHandsOverToOpenTelemetryOnlyWhereOursDoesNot() {
        MeterRegistry registry = new OtlpMeterRegistry();
        Metrics.addRegistry(registry);
        ours.measures = true;
        tell();
        assertThat(registry.getMeters()).isEmpty();
        ours.measures = false;
        tell();
        assertThat(registry.get("parsimony.cost").counter().count()).isEqualTo(0.00125);
    }

    private void tell() {
        Exchange exchange = Calls.answeredCall();
        telemetry.open(exchange, telemetry.tracing(getClass().getClassLoader())).end(exchange);
    }

    /** Named as the one that exports by OTLP. */
    private static final class OtlpMeterRegistry extends SimpleMeterRegistry {}

    @Test
    void leavesAloneWhatIsNoOpenTelemetry() {
        telemetry.joins("a text");

        assertThat(log.said).isEmpty();
    }

    @Test
    void startsOursToShowAnSdkWhoseCallsNobodySees() {
        telemetry.instrumentation(new Found("openai-java", "4.100.0", "", ""));
        assertThat(ours.started).isZero();
        telemetry.instrumentation(new Found("openai-java", "9.0.0", "", "HttpRequest.body() is gone"));
        assertThat(ours.started).isOne();
    }

    private static final class Ours implements OwnTelemetry {
        private final List<Exchange> opened = new ArrayList<>();
        private int started;
        private boolean measures;

        @Override
        public void start() {
            started++;
        }

        @Override
        public Telemetry.Trail open(Exchange exchange) {
            opened.add(exchange);
            return Telemetry.untold();
        }

        @Override
        public boolean measures() {
            return measures;
        }

        @Override
        public void measure(Exchange exchange) {}

        @Override
        public void close() {}
    }
}
