// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Observed;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application with an OpenTelemetry SDK of its own: that one is told of its calls, and no second one is started. */
class ObservedIT {
    private static final String OURS = "dev.parsimony";

    private static final Simulator SIMULATOR = Simulator.start();
    private static final OtlpReceiver COLLECTOR = OtlpReceiver.start();

    private static List<Seen> spans;
    private static List<String> metrics;

    /** A span as the application's exporter was told of it. */
    private record Seen(String trace, String span, String parent, String scope, String name, List<String> attributes) {
        static Seen of(String line) {
            List<String> words = List.of(line.split(" "));
            return new Seen(
                    words.get(1),
                    words.get(2),
                    words.get(3),
                    words.get(4),
                    words.get(5),
                    words.subList(6, words.size()));
        }
    }

    @BeforeAll
    static void callEverything() {
        List<String> lines = run("global", Kind.values());
        spans = lines.stream()
                .filter(line -> line.startsWith("span"))
                .map(Seen::of)
                .toList();
        metrics =
                lines.stream().filter(line -> line.startsWith("metric " + OURS)).toList();
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
        SIMULATOR.close();
    }

    private static List<String> run(String sdk, Kind... kinds) {
        String[] arguments =
                Stream.concat(Stream.of(sdk), Stream.of(kinds).map(Kind::name)).toArray(String[]::new);
        return Application.at(SIMULATOR)
                .withAgent("")
                .tellingTo(COLLECTOR.endpoint())
                .run(Observed.class, arguments)
                .out()
                .lines()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void tellsACallInExactlyOneSpanUnderTheOneInWhichItIsMade(Kind kind) {
        Seen own = named(kind.name());

        List<Seen> told = spans.stream()
                .filter(span -> span.trace.equals(own.trace) && span.attributes.contains("gen_ai.operation.name"))
                .toList();

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.parent).isEqualTo(own.span);
            assertThat(span.attributes).contains("parsimony.call_site");
        });
    }

    @Test
    void fillsTheSpanOfAnSdkThatTracesItselfInsteadOfOpeningAnother() {
        Seen own = named(Kind.ANTHROPIC_MESSAGE.name());

        assertThat(spans.stream().filter(span -> span.parent.equals(own.span)))
                .isNotEmpty()
                .noneSatisfy(span -> assertThat(span.scope).isEqualTo(OURS));
    }

    @Test
    void tellsItsMetricsThere() {
        assertThat(metrics)
                .contains(
                        "metric dev.parsimony parsimony.cost",
                        "metric dev.parsimony parsimony.instrumentation",
                        "metric dev.parsimony gen_ai.client.operation.duration");
    }

    @Test
    void startsNoSecondSdk() {
        assertThat(COLLECTOR.resources()).isEmpty();
    }

    @Test
    void tellsAnSdkThatIsRegisteredNowhereAndExportsItselfWhatThatOneDoesNotKeep() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            String out = Application.at(SIMULATOR)
                    .withAgent("")
                    .tellingTo(collector.endpoint())
                    .run(Observed.class, "private", Kind.OPENAI_CHAT.name())
                    .out();

            assertThat(out.lines().filter(line -> line.contains(OURS)))
                    .singleElement()
                    .asString()
                    .contains("gen_ai.operation.name");
            assertThat(collector.spans()).isEmpty();
            assertThat(collector.metrics())
                    .extracting(Metric::getName)
                    .contains("parsimony.cost", "gen_ai.client.operation.duration");
        }
    }

    private static Seen named(String name) {
        Optional<Seen> found =
                spans.stream().filter(span -> span.name.equals(name)).findFirst();
        return found.orElseThrow();
    }
}
