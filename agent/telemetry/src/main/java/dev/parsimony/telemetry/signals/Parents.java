// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.SpanReference;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.context.Context;
import java.util.StringJoiner;

/** Spans between the application's OpenTelemetry and ours, which share no class: by their W3C trace context. */
final class Parents {
    private Parents() {}

    /**
     * A context whose span is this one; the root context if there is none. Where it is current, here and now, that is the
     * very context, with all else that the application keeps in it.
     */
    static Context context(SpanReference span) {
        Context here = Context.current();
        SpanContext current = Span.fromContext(here).getSpanContext();
        if (span.isValid() && current.getSpanId().equals(span.spanId())) {
            return here;
        }
        if (!span.isValid()) {
            return Context.root();
        }
        TraceFlags flags = span.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        span.traceId(), span.spanId(), flags, state(span.traceState()))));
    }

    private static TraceState state(String header) {
        if (header.isEmpty()) {
            return TraceState.getDefault();
        }
        TraceStateBuilder state = TraceState.builder();
        String[] members = header.split(",", -1);
        for (int i = members.length - 1; i >= 0; i--) { // what is put last stands first
            int equals = members[i].indexOf('=');
            if (equals > 0) {
                state.put(
                        members[i].substring(0, equals).strip(),
                        members[i].substring(equals + 1).strip());
            }
        }
        return state.build();
    }

    /** A span of ours as others know it. */
    static SpanReference reference(SpanContext span) {
        StringJoiner state = new StringJoiner(",");
        span.getTraceState().forEach((vendor, value) -> state.add(vendor + "=" + value));
        return new SpanReference(span.getTraceId(), span.getSpanId(), span.isSampled(), state.toString());
    }
}
