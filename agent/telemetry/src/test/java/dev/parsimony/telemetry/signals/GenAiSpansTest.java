// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenAiSpansTest {
    private final Recorder recorder = new Recorder(IdGenerator.random());

    @Test
    void aSpanThatStandsForTheCallAlreadyIsFilledWithWhatOnlyWeKnow() {
        tellWithin("chat", 1);

        assertThat(spans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("theirs");
            assertThat(span.getAttributes().get(Keys.COST)).isEqualTo(0.00125);
            assertThat(span.getAttributes().get(Keys.INPUT_TOKENS)).isNull();
        });
    }

    @Test
    void isNotMeasuredTwice() {
        tellWithin("chat", 1);

        assertThat(recorder.collect())
                .containsKey("parsimony.overhead")
                .doesNotContainKey("gen_ai.client.operation.duration");
    }

    @Test
    void aSecondCallUnderItGetsASpanOfItsOwn() {
        tellWithin("chat", 2);

        assertThat(spans()).extracting(SpanData::getName).containsExactly("chat gpt-4o", "theirs");
    }

    @Test
    void aSpanOfAnotherOperationCoversNothing() {
        tellWithin("invoke_agent", 1);

        assertThat(spans()).extracting(SpanData::getName).containsExactly("chat gpt-4o", "theirs");
    }

    @Test
    void aSpanOfOursCoversNoOtherCallMadeWithinIt() {
        Exchange outer = new Calls().answered();
        Telemetry.Trail trail = recorder.recording.open(outer);
        try (dev.parsimony.exchange.Scope scope = trail.enter()) {
            Exchange inner = new Calls().answered();
            recorder.recording.open(inner).end(inner);
        }
        trail.end(outer);

        assertThat(spans()).extracting(SpanData::getName).containsExactly("chat gpt-4o", "chat gpt-4o");
    }

    private void tellWithin(String operation, int calls) {
        Span theirs = recorder.sdk
                .getTracer("com.acme")
                .spanBuilder("theirs")
                .setAttribute(Keys.OPERATION, operation)
                .startSpan();
        try (Scope scope = theirs.makeCurrent()) {
            for (int i = 0; i < calls; i++) {
                Exchange exchange = new Calls().answered();
                recorder.recording.open(exchange).end(exchange);
            }
        } finally {
            theirs.end();
        }
    }

    private List<SpanData> spans() {
        return recorder.spans.getFinishedSpanItems();
    }
}
