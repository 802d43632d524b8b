// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.SpanReference;
import dev.parsimony.telemetry.signals.Calls;
import dev.parsimony.telemetry.signals.Recorder;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnRecordingTest {
    private static final SpanReference PARENT =
            new SpanReference("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true, "vendor=1,other=2");

    private final ReservedIds ids = new ReservedIds();
    private final Recorder recorder = new Recorder(ids);
    private final OwnRecording recording = new OwnRecording(recorder.sdk, ids, recorder.recording);

    @Test
    void givesALateSpanTheIdsThatWerePromised() {
        SpanReference promised = ids.reserve(PARENT);
        recording.late(promised, new Calls().parent(PARENT).answered());
        assertThat(last().getTraceId()).isEqualTo(PARENT.traceId());
        assertThat(last().getSpanId()).isEqualTo(promised.spanId());
        assertThat(last().getParentSpanId()).isEqualTo(PARENT.spanId());
    }

    @Test
    void givesALateRootTheIdsThatWerePromised() {
        SpanReference promised = ids.reserve(SpanReference.none());
        recording.late(promised, new Calls().answered());
        recorder.tell(new Calls().answered());
        List<SpanData> spans = recorder.spans.getFinishedSpanItems();
        assertThat(spans.get(0).getTraceId()).isEqualTo(promised.traceId());
        assertThat(spans.get(0).getSpanId()).isEqualTo(promised.spanId());
        assertThat(spans.get(1).getTraceId()).isNotEqualTo(promised.traceId());
    }

    private SpanData last() {
        List<SpanData> all = recorder.spans.getFinishedSpanItems();
        return all.get(all.size() - 1);
    }
}
