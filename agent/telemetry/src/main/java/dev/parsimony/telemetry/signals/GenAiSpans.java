// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.telemetry.SpanReader;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The spans that others open for the very call we see: an SDK that traces itself, as anthropic-java does, or OpenTelemetry's
 * Java agent, which wraps openai-java. Such a span is filled instead of a second one being opened. Each covers one call; a
 * second call under it is one that its owner does not know of.
 */
final class GenAiSpans {
    private static final int MOST_KNOWN = 1_000;
    private static final ContextKey<String> OURS = ContextKey.named("parsimony-span");

    private final Set<String> covering = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    }));

    /** Where a span of ours is current, which covers the one call that it was opened for. */
    static Context within(Span ours) {
        return Context.current().with(ours).with(OURS, ours.getSpanContext().getSpanId());
    }

    /**
     * The current span, if it stands for a call.
     *
     * @param exchange the call
     * @return an invalid span if it does not, or stands for another
     */
    Span covering(Exchange exchange) {
        Span current = Span.current();
        String id = current.getSpanContext().getSpanId();
        boolean covers = current.isRecording()
                && !id.equals(Context.current().get(OURS))
                && SpanReader.operation(current)
                        .equals(exchange.opening().operation().toString())
                && covering.add(id);
        return covers ? current : Span.getInvalid();
    }
}
