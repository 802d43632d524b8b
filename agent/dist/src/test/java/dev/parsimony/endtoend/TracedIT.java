// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Traced;
import com.google.protobuf.ByteString;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that traces itself: our spans stand in its traces, between its own. */
class TracedIT {
    private static final String WATCHED = "OPENAI_((?!OTHER_CLIENT).)*";

    private static List<Span> spans;
    private static List<Told> told;

    /** What the application says of its current span at one place. */
    private record Told(String where, String trace, String span) {
        static Told of(String line) {
            String[] words = line.split(" ");
            return new Told(words[0], words[1], words[2]);
        }
    }

    @BeforeAll
    static void callEverythingInsideSpansOfTheApplication() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            told = Application.at(simulator)
                    .withAgent("")
                    .tellingTo(collector.endpoint())
                    .run(Traced.class, Stream.of(Kind.values()).map(Kind::name).toArray(String[]::new))
                    .out()
                    .lines()
                    .map(Told::of)
                    .toList();
            spans = collector.spans();
        }
    }

    @ParameterizedTest
    @EnumSource
    void putsTheCallUnderTheSpanInWhichTheApplicationMakesIt(Kind kind) {
        Told own = told.stream()
                .filter(each -> each.where.equals(kind.name()))
                .findFirst()
                .orElseThrow();

        assertThat(hex(span(kind).getTraceId())).isEqualTo(own.trace);
        assertThat(hex(span(kind).getParentSpanId())).isEqualTo(own.span);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = WATCHED)
    void putsWhatTheApplicationSeesOfTheNetworkUnderTheCall(Kind kind) {
        List<Told> network =
                told.stream().filter(each -> each.where.equals("network")).toList();

        assertThat(network.get(watched().indexOf(kind)).span)
                .isEqualTo(hex(span(kind).getSpanId()));
    }

    /** The calls whose network the application watches, in the order in which it makes them. */
    private static List<Kind> watched() {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().matches(WATCHED))
                .toList();
    }

    @Test
    void leavesTheApplicationsCurrentSpanAsItWas() {
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).where.equals("return")) {
                Told before = told.get(i - (told.get(i - 1).where.equals("network") ? 2 : 1));
                assertThat(told.get(i).span).isEqualTo(before.span);
            }
        }
        assertThat(told.get(told.size() - 1)).isEqualTo(new Told("afterwards", "0".repeat(32), "0".repeat(16)));
    }

    @Test
    void exportsNothingOfTheApplicationsOwnSpans() {
        assertThat(spans).hasSameSizeAs(Kind.values());
    }

    private static Span span(Kind kind) {
        return spans.get(kind.ordinal());
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
