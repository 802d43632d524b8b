// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import org.jspecify.annotations.Nullable;

/** Telemetry, and an application's tracing, of which there is none. */
enum SilentTelemetry implements Telemetry, Telemetry.Trail {
    INSTANCE;

    static final ApplicationTracing NONE = new ApplicationTracing() {
        @Override
        public SpanReference current() {
            return SpanReference.none();
        }

        @Override
        public Scope enter(SpanReference span) {
            return Scope.none();
        }

        @Override
        public String baggage(String key) {
            return "";
        }
    };

    @Override
    public ApplicationTracing tracing(@Nullable ClassLoader loader) {
        return NONE;
    }

    @Override
    public Trail open(Exchange exchange, ApplicationTracing tracing) {
        return this;
    }

    @Override
    public void failure(String step) {}

    @Override
    public void instrumentation(Found found) {}

    @Override
    public SpanReference span() {
        return SpanReference.none();
    }

    @Override
    public void end(Exchange exchange) {}

    @Override
    public void close() {}
}
