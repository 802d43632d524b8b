// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Timeline;
import dev.parsimony.telemetry.Measurement.Kind;
import dev.parsimony.telemetry.Measurement.Metric;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.List;

/** The metrics of single calls: the conventions' times and tokens, and the time Parsimony took. Made once. */
final class CallMetrics {
    /** In seconds, advised by the conventions' section on metrics. */
    private static final List<Double> TIMES =
            List.of(.01, .02, .04, .08, .16, .32, .64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

    /** In seconds, from 5 microseconds to 100 milliseconds. */
    private static final List<Double> OVERHEADS =
            List.of(5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, .01, .02, .05, .1);

    private static final String OVERHEAD = "parsimony.overhead";
    private static final String OVERHEAD_IS = "Time a call spent in Parsimony.";

    private final DoubleHistogram chats;
    private final DoubleHistogram embeddings;
    private final DoubleHistogram firstChunk;
    private final DoubleHistogram overhead;
    private final TokenMetrics tokens;
    private final Labels labels = new Labels();
    private final Counts counts;

    CallMetrics(Meter meter, Convention convention, Counts counts) {
        chats = time(meter, convention.duration(Operation.CHAT), "GenAI operation duration.", TIMES);
        embeddings = time(meter, convention.duration(Operation.EMBEDDINGS), "GenAI operation duration.", TIMES);
        firstChunk = time(meter, convention.firstChunk(), "Time to the first chunk of a stream.", TIMES);
        overhead = time(meter, OVERHEAD, OVERHEAD_IS, OVERHEADS);
        tokens = convention.tokens(meter);
        this.counts = counts;
    }

    private static DoubleHistogram time(Meter meter, String name, String description, List<Double> boundaries) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(boundaries)
                .build();
    }

    /** The metric of the time that Parsimony took. */
    static Metric overhead() {
        return new Metric(OVERHEAD, OVERHEAD_IS, Kind.TIMER, OVERHEADS);
    }

    /** The metric of a time that the conventions name. */
    static Metric time(String name, String description) {
        return new Metric(name, description, Kind.TIMER, TIMES);
    }

    /**
     * Counts a call.
     *
     * @param exchange the call, over
     * @param context holds its span, so that a bucket can point to it
     */
    void record(Exchange exchange, Context context) {
        overhead(exchange, context);
        if (exchange.recall().isLocal()) {
            return; // no model was asked, so nothing here says how long one takes
        }
        Attributes attributes = labels.withError(exchange);
        boolean embeds = exchange.opening().operation() == Operation.EMBEDDINGS;
        (embeds ? embeddings : chats).record(duration(exchange.timeline()) / 1e9, attributes, context);
        if (exchange.opening().streamed() && exchange.timeline().firstChunk() >= 0) {
            firstChunk.record(exchange.timeline().firstChunk() / 1e9, labels.of(exchange), context);
        }
        tokens.record(exchange, labels, context);
    }

    /** Counts the time that Parsimony took of a call; all that is told of one that somebody else measures too. */
    void overhead(Exchange exchange, Context context) {
        overhead.record(exchange.timeline().ours() / 1e9, counts.look(exchange), context);
    }

    /** Nanoseconds from a call's begin to its end. */
    static long duration(Timeline timeline) {
        return timeline.ended() < 0 ? timeline.now() : timeline.ended();
    }
}
