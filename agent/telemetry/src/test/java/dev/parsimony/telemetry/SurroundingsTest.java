// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final SpanReference ONE = new SpanReference("1".repeat(32), "1".repeat(16), true, "");
    private static final SpanReference OTHER = new SpanReference("2".repeat(32), "2".repeat(16), true, "");

    private final List<String> steps = new ArrayList<>();

    @Test
    void takeTheSpanOfOpenTelemetryWhereItHasOne() {
        assertThat(of(ONE, OTHER).current()).isEqualTo(ONE);
    }

    @Test
    void takeTheSpanOfBraveWhereOpenTelemetryHasNone() {
        assertThat(of(SpanReference.none(), OTHER).current()).isEqualTo(OTHER);
        assertThat(surroundings(ApplicationTracing.none(), tracing("brave", OTHER))
                        .current())
                .isEqualTo(OTHER);
    }

    @Test
    void takeTheBaggageOfEither() {
        assertThat(of(ONE, OTHER).baggage("open telemetry")).isEqualTo("here");
        assertThat(of(ONE, OTHER).baggage("brave")).isEqualTo("here");
        assertThat(of(ONE, OTHER).baggage("neither")).isEmpty();
    }

    @Test
    void knowTheRouteThatOpenTelemetryKnows() {
        assertThat(of(ONE, OTHER).route()).isEqualTo("/open telemetry");
    }

    @Test
    void areEnteredInBothAndLeftInTurn() {
        of(ONE, OTHER).enter(ONE).close();

        assertThat(steps).containsExactly("into open telemetry", "into brave", "out of brave", "out of open telemetry");
    }

    @Test
    void areEmptyWhereTheApplicationTracesNothing() {
        assertThat(surroundings(ApplicationTracing.none(), ApplicationTracing.none())
                        .areEmpty())
                .isTrue();
        assertThat(of(ONE, OTHER).areEmpty()).isFalse();
    }

    private Surroundings of(SpanReference openTelemetry, SpanReference brave) {
        return surroundings(tracing("open telemetry", openTelemetry), tracing("brave", brave));
    }

    private static Surroundings surroundings(ApplicationTracing openTelemetry, ApplicationTracing brave) {
        return new Surroundings(openTelemetry, brave, Micrometer.seenFrom(null));
    }

    private ApplicationTracing tracing(String name, SpanReference span) {
        return new ApplicationTracing() {
            @Override
            public SpanReference current() {
                return span;
            }

            @Override
            public Scope enter(SpanReference ours) {
                steps.add("into " + name);
                return () -> steps.add("out of " + name);
            }

            @Override
            public String route() {
                return "/" + name;
            }

            @Override
            public String baggage(String key) {
                return key.equals(name) ? "here" : "";
            }
        };
    }
}
