// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * Telemetry whose calls are summed up as well.
 *
 * @param telemetry where they are told
 * @param summary sums them up
 */
record SummedTelemetry(Telemetry telemetry, Summary summary) implements Telemetry {
    @Override
    public ApplicationTracing tracing(@Nullable ClassLoader loader) {
        return telemetry.tracing(loader);
    }

    @Override
    public Trail open(Exchange exchange, ApplicationTracing tracing) {
        return new SummedTrail(telemetry.open(exchange, tracing), summary);
    }

    @Override
    public void joins(Object openTelemetry) {
        telemetry.joins(openTelemetry);
    }

    @Override
    public void failure(String step) {
        telemetry.failure(step);
    }

    @Override
    public void instrumentation(Found found) {
        summary.add(found);
        telemetry.instrumentation(found);
    }

    @Override
    public void close() {
        telemetry.close();
    }

    private record SummedTrail(Trail trail, Summary summary) implements Trail {
        @Override
        public SpanReference span() {
            return trail.span();
        }

        @Override
        public Scope enter() {
            return trail.enter();
        }

        @Override
        public void end(Exchange exchange) {
            summary.add(exchange);
            trail.end(exchange);
        }
    }
}
