// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Caller;
import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import dev.parsimony.testkit.Variants;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenTelemetry's Java agent in the same JVM: it is told of the calls, once each, and ours exports nothing itself. */
class OpenTelemetryAgentIT {
    private static final String NEWEST = "2.33.1";
    private static final String A_YEAR_OLDER = "2.20.1";
    private static final Kind[] KINDS = {
        Kind.OPENAI_CHAT,
        Kind.OPENAI_CHAT_ASYNC,
        Kind.OPENAI_CHAT_STREAM,
        Kind.ANTHROPIC_MESSAGE,
        Kind.ANTHROPIC_MESSAGE_STREAM
    };

    /**
     * One way of running both.
     *
     * @param version the other agent's
     * @param first whether it stands before ours on the command line
     * @param sdks the versions of the SDKs: the agent knows openai-java by itself up to 2.x
     */
    private record Pair(String version, boolean first, Surroundings.Sdks sdks) {
        private String flag() {
            return "-javaagent:" + Path.of("target", "agents", "opentelemetry-javaagent-" + version + ".jar");
        }

        Jvm.Run run(Simulator simulator, OtlpReceiver collector) {
            Application application = Application.at(simulator, new Surroundings(Jdk.current(), sdks))
                    .tellingTo(collector.endpoint())
                    .variable("OTEL_METRIC_EXPORT_INTERVAL", "1000");
            if (first) {
                application.flag(flag()).withAgent("");
            } else {
                application.withAgent("").flag(flag());
            }
            return application.run(
                    Caller.class, Stream.of(KINDS).map(Kind::name).toArray(String[]::new));
        }
    }

    static Stream<Pair> pairs() {
        return Variants.of(
                Stream.of(
                        new Pair(NEWEST, true, Surroundings.Sdks.NEWEST),
                        new Pair(NEWEST, false, Surroundings.Sdks.NEWEST),
                        new Pair(A_YEAR_OLDER, false, Surroundings.Sdks.OLDEST)),
                Stream.of(
                        new Pair(NEWEST, true, Surroundings.Sdks.OLDEST),
                        new Pair(A_YEAR_OLDER, true, Surroundings.Sdks.NEWEST)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void tellsEachCallOnceAboveTheAgentsOwnSpanOfTheNetwork(Pair pair) {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run run = pair.run(simulator, collector);

            assertThat(run.out()).doesNotContain("threw");
            List<Span> calls = collector.spans().stream()
                    .filter(span -> Attributes.of(span).containsKey("gen_ai.operation.name"))
                    .toList();
            assertThat(calls).hasSize(KINDS.length);
            assertThat(calls).allSatisfy(span -> assertThat(Attributes.of(span)).containsKey("parsimony.cost.amount"));
            assertThat(network(collector))
                    .isNotEmpty()
                    .allSatisfy(span -> assertThat(calls)
                            .anySatisfy(
                                    call -> assertThat(span.getParentSpanId()).isEqualTo(call.getSpanId())));
            assertThat(collector.metrics()).extracting(Metric::getName).contains("parsimony.cost");
            assertThat(collector.resources())
                    .allSatisfy(
                            resource -> assertThat(resource.toString()).contains("opentelemetry-java-instrumentation"));
        }
    }

    private static List<Span> network(OtlpReceiver collector) {
        return collector.traces().stream()
                .flatMap(export -> export.getScopeSpansList().stream())
                .filter(scope -> scope.getScope().getName().contains("okhttp"))
                .map(ScopeSpans::getSpansList)
                .flatMap(List::stream)
                .toList();
    }
}
