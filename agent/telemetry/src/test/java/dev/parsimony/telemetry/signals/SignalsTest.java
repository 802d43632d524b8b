// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final SpanReference PARENT =
            new SpanReference("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true, "vendor=1,other=2");

    private final Recorder recorder = new Recorder(Convention.V1_41);

    @Test
    void namesASpanByOperationAndModel() {
        assertThat(recorder.tell(new Calls().answered()).getName()).isEqualTo("chat gpt-4o");
    }

    @Test
    void namesASpanByTheOperationAloneWithoutAModel() {
        assertThat(recorder.tell(new Calls().model("").answered()).getName()).isEqualTo("chat");
    }

    @Test
    void namesASpanByTheModelOfTheRequestThatWasAccepted() {
        Exchange exchange = new Calls().answered();
        Telemetry.Trail trail = recorder.recording.open(exchange);
        exchange.send(new SentRequest("gpt-4o-mini", SentRequest.PLAIN).lens());
        trail.end(exchange);
        assertThat(last().getName()).isEqualTo("chat gpt-4o-mini");
        assertThat(last().getAttributes().get(Keys.MODEL)).isEqualTo("gpt-4o-mini");
    }

    @Test
    void lastsFromTheCallsBeginToItsEnd() {
        SpanData span = recorder.tell(new Calls().answered());
        assertThat(span.getStartEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(Calls.BEGIN.toEpochMilli()));
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(1_500_000_000);
    }

    @Test
    void isAClientsSpanWhenAModelIsAsked() {
        assertThat(recorder.tell(new Calls().answered()).getKind()).isEqualTo(SpanKind.CLIENT);
    }

    @Test
    void isAnInternalSpanWhenTheAnswerIsOurs() {
        assertThat(recorder.tell(new Calls().hit()).getKind()).isEqualTo(SpanKind.INTERNAL);
    }

    @Test
    void bearsOurScopeAndTheConventionsSchema() {
        SpanData span = recorder.tell(new Calls().answered());
        assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("dev.parsimony");
        assertThat(span.getInstrumentationScopeInfo().getVersion()).isEqualTo("1.2.3");
        assertThat(span.getInstrumentationScopeInfo().getSchemaUrl())
                .isEqualTo("https://opentelemetry.io/schemas/1.41.0");
    }

    @Test
    void nestsUnderTheApplicationsSpan() {
        SpanData span = recorder.tell(new Calls().parent(PARENT).answered());
        assertThat(span.getTraceId()).isEqualTo(PARENT.traceId());
        assertThat(span.getParentSpanId()).isEqualTo(PARENT.spanId());
        assertThat(span.getParentSpanContext().isRemote()).isTrue();
    }

    @Test
    void carriesTheTraceStateOn() {
        SpanReference ours =
                recorder.recording.open(new Calls().parent(PARENT).begin()).span();
        assertThat(ours.traceState()).isEqualTo("vendor=1,other=2");
    }

    @Test
    void isARootWithoutOne() {
        SpanData span = recorder.tell(new Calls().answered());
        assertThat(span.getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void isNotRecordedWhereTheApplicationDecidedNotTo() {
        SpanReference dropped = new SpanReference(PARENT.traceId(), PARENT.spanId(), false, "");
        Telemetry.Trail trail =
                recorder.recording.open(new Calls().parent(dropped).begin());
        trail.end(new Calls().answered());
        assertThat(recorder.spans.getFinishedSpanItems()).isEmpty();
        assertThat(trail.span().isValid()).isFalse();
    }

    @Test
    void givesOthersTheIdsToNestUnder() {
        Exchange exchange = new Calls().answered();
        Telemetry.Trail trail = recorder.recording.open(exchange);
        SpanReference ours = trail.span();
        trail.end(exchange);
        assertThat(ours.traceId()).isEqualTo(last().getTraceId());
        assertThat(ours.spanId()).isEqualTo(last().getSpanId());
        assertThat(ours.sampled()).isTrue();
    }

    @Test
    void isCurrentItselfWhileItIsEntered() {
        Exchange exchange = new Calls().answered();
        Telemetry.Trail trail = recorder.recording.open(exchange);
        try (Scope scope = trail.enter()) {
            assertThat(Span.current().isRecording()).isTrue();
            assertThat(Span.current().getSpanContext().getSpanId())
                    .isEqualTo(trail.span().spanId());
        }
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void showsASamplerWhatTheConventionsPromiseIt() {
        List<Attributes> seen = new ArrayList<>();
        Sampler sampler = new Sampler() {
            @Override
            public SamplingResult shouldSample(
                    Context parent,
                    String id,
                    String name,
                    SpanKind kind,
                    Attributes attributes,
                    List<LinkData> links) {
                seen.add(attributes.toBuilder().build()); // the SDK's own fills up later
                return SamplingResult.recordAndSample();
            }

            @Override
            public String getDescription() {
                return "watches";
            }
        };
        new Recorder(Convention.V1_41, sampler).tell(new Calls().answered());
        assertThat(Recorder.plain(seen.get(0)))
                .containsOnlyKeys(
                        "gen_ai.operation.name",
                        "gen_ai.provider.name",
                        "gen_ai.request.model",
                        "server.address",
                        "server.port");
    }

    @Test
    void leavesTheStatusOfASuccessOpen() {
        assertThat(recorder.tell(new Calls().answered()).getStatus().getStatusCode())
                .isEqualTo(StatusCode.UNSET);
    }

    @Test
    void marksAFailureByStatusAndTypeButTellsNoMessage() {
        Exchange exchange = new Calls().answered();
        exchange.failed("rate_limit_exceeded");
        SpanData span = recorder.tell(exchange);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
        assertThat(span.getAttributes().get(Keys.ERROR)).isEqualTo("rate_limit_exceeded");
    }

    private SpanData last() {
        List<SpanData> all = recorder.spans.getFinishedSpanItems();
        return all.get(all.size() - 1);
    }
}
