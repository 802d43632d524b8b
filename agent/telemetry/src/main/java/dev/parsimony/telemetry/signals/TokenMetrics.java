// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.telemetry.Measurement.Kind;
import dev.parsimony.telemetry.Measurement.Metric;
import io.opentelemetry.context.Context;
import java.util.List;

/** How tokens are counted, which is where the conventions differ most. */
sealed interface TokenMetrics permits TokenHistogram, TokenCounters {
    /** Bucket boundaries in tokens, advised by the conventions' section on metrics. */
    List<Long> BOUNDARIES = List.of(
            1L,
            4L,
            16L,
            64L,
            256L,
            1024L,
            4096L,
            16_384L,
            65_536L,
            262_144L,
            1_048_576L,
            4_194_304L,
            16_777_216L,
            67_108_864L);

    /** A metric of tokens, in words of no library. */
    static Metric summary(String name, String description) {
        return new Metric(
                name,
                description,
                Kind.SUMMARY,
                BOUNDARIES.stream().map(Long::doubleValue).toList());
    }

    /**
     * Counts the tokens of one call that was sent.
     *
     * @param exchange the call, over
     * @param labels the attribute sets of metrics
     * @param context holds the call's span
     */
    void record(Exchange exchange, Labels labels, Context context);
}
