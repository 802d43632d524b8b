// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanReaderTest {
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(SpanExporter.composite())) // without one it records nothing
            .build();
    private final Tracer tracer = provider.get("com.acme");

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void readsTheRouteThatASpanSays() {
        Span span = tracer.spanBuilder("theirs")
                .setAttribute("http.route", "/orders/{id}")
                .startSpan();

        assertThat(SpanReader.route(span)).isEqualTo("/orders/{id}");
    }

    @Test
    void readsTheRouteInTheNameOfAServersSpan() {
        Span span = server("GET /orders/{id}");

        assertThat(SpanReader.route(span)).isEqualTo("/orders/{id}");
    }

    @Test
    void takesNoOtherNameForARoute() {
        assertThat(SpanReader.route(server("GET"))).isEmpty();
        assertThat(SpanReader.route(server("/orders"))).isEmpty();
        assertThat(SpanReader.route(server("see orders /all"))).isEmpty();
        assertThat(SpanReader.route(tracer.spanBuilder("GET /orders").startSpan()))
                .isEmpty();
    }

    @Test
    void readsNothingInASpanThatIsNotRecorded() {
        assertThat(SpanReader.route(Span.getInvalid())).isEmpty();
        assertThat(SpanReader.operation(Span.getInvalid())).isEmpty();
    }

    @Test
    void readsTheOperationThatASpanStandsFor() {
        Span span = tracer.spanBuilder("theirs")
                .setAttribute("gen_ai.operation.name", "chat")
                .startSpan();

        assertThat(SpanReader.operation(span)).isEqualTo("chat");
    }

    @Test
    void readsTheCurrentSpanOfAnApplicationsTracing() {
        ApplicationTracing tracing = BorrowedTracing.of(SpanReaderTest.class.getClassLoader());

        try (Scope scope = server("POST /faq").makeCurrent()) {
            assertThat(tracing.route()).isEqualTo("/faq");
        }
        assertThat(tracing.route()).isEmpty();
    }

    private Span server(String name) {
        return tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER).startSpan();
    }
}
