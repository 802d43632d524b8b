// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.telemetry.signals.Calls;
import dev.parsimony.telemetry.signals.Recorder;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ExportedTelemetryTest {
    private final ReservedIds ids = new ReservedIds();
    private final Recorder recorder = new Recorder(ids);
    private final Recording recording = new OwnRecording(recorder.sdk, ids, recorder.recording);
    private final CompletableFuture<Recording> started = new CompletableFuture<>();
    private final List<String> failures = new ArrayList<>();
    private final ExportedTelemetry telemetry = new ExportedTelemetry(
            () -> started, ids, recorder.counts, new Guard((step, cause) -> failures.add(step + " " + cause)), true);

    @Test
    void losesNoCallThatIsOverBeforeTheSdkHasStarted() {
        Exchange exchange = new Calls().answered();
        telemetry.open(exchange).end(exchange);
        assertThat(recorder.spans.getFinishedSpanItems()).isEmpty();
        started.complete(recording);
        assertThat(recorder.spans.getFinishedSpanItems()).hasSize(1);
        assertThat(recorder.collect()).containsKeys("gen_ai.client.operation.duration", "parsimony.cost");
    }

    @Test
    void givesAnEarlySpanTheIdsThatOthersNestedUnder() {
        SpanReference parent = new SpanReference("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true, "");
        Exchange exchange = new Calls().parent(parent).answered();
        Telemetry.Trail trail = telemetry.open(exchange);
        SpanReference promised = trail.span();
        trail.end(exchange);
        started.complete(recording);
        SpanData span = recorder.spans.getFinishedSpanItems().get(0);
        assertThat(span.getSpanId()).isEqualTo(promised.spanId());
        assertThat(span.getTraceId()).isEqualTo(promised.traceId()).isEqualTo(parent.traceId());
    }

    @Test
    void tellsACallThatBeganEarlyAndEndedLate() {
        Exchange exchange = new Calls().answered();
        Telemetry.Trail trail = telemetry.open(exchange);
        started.complete(recording);
        trail.end(exchange);
        assertThat(recorder.spans.getFinishedSpanItems())
                .extracting(SpanData::getSpanId)
                .containsExactly(trail.span().spanId());
    }

    @Test
    void keepsNoMoreThanSomeThousandsOfEarlyCalls() {
        Exchange exchange = new Calls().answered();
        for (int i = 0; i < 3_000; i++) {
            telemetry.open(exchange).end(exchange);
        }
        started.complete(recording);
        assertThat(recorder.spans.getFinishedSpanItems()).hasSize(2_048);
    }

    @Test
    void countsFailuresAndSdksFromTheFirstMoment() {
        recorder.findings.fail("price");
        recorder.findings.found("openai-java", "4.100.0", "active");
        started.complete(recording);
        assertThat(recorder.collect()).containsKeys("parsimony.failures", "parsimony.instrumentation");
    }

    @Test
    void countsTheMoneyOfACallWhoseSpanFails() {
        started.complete(new Broken());
        Exchange exchange = new Calls().answered();
        Telemetry.Trail trail = telemetry.open(exchange);
        assertThat(trail.span().isValid()).isFalse();
        trail.end(exchange);
        assertThat(failures).hasSize(1);
        assertThat(recorder.collect()).containsKey("parsimony.cost");
    }

    @Test
    void flushesOnceWhenClosed() {
        Broken broken = new Broken();
        started.complete(broken);
        telemetry.start();
        telemetry.close();
        telemetry.close();
        assertThat(broken.closings).containsExactly(true);
    }

    @Test
    void tellsCallsThatWereOverEarlyBeforeItCloses() throws InterruptedException {
        Thread closing = new Thread(telemetry::close);
        Slow slow = new Slow(closing);
        telemetry.measure(new Calls().answered());

        started.complete(slow);
        closing.join();

        assertThat(slow.heard).containsExactly("a call", "the end");
    }

    /** Is told of a call for so long that whoever wants to close it has done so, or waits. */
    private static final class Slow extends Broken {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final Thread closing;

        Slow(Thread closing) {
            this.closing = closing;
        }

        @Override
        public void measure(Exchange exchange) {
            closing.start();
            while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            heard.add("a call");
        }

        @Override
        public void close(Duration limit) {
            heard.add("the end");
        }
    }

    private static class Broken implements Recording {
        private final List<Boolean> closings = new ArrayList<>();

        @Override
        public Telemetry.Trail open(Exchange exchange) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void late(SpanReference ids, Exchange exchange) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void count(Exchange exchange) {}

        @Override
        public boolean measures() {
            return true;
        }

        @Override
        public void measure(Exchange exchange) {}

        @Override
        public void close(Duration limit) {
            closings.add(limit.compareTo(Duration.ofSeconds(2)) <= 0);
        }
    }
}
