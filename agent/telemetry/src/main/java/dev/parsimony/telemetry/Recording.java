// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import java.time.Duration;

/** Where calls are recorded once it is there: our own OpenTelemetry SDK today. */
interface Recording {
    /** Opens a call's span, as {@link Telemetry#open}. */
    Telemetry.Trail open(Exchange exchange);

    /**
     * Records a call that was over before the recording had started.
     *
     * @param ids what its span is to bear
     * @param exchange the call
     */
    void late(SpanReference ids, Exchange exchange);

    /**
     * Hands over what is held and stops.
     *
     * @param limit the longest wait
     */
    void close(Duration limit);

    /** Records nothing. */
    static Recording none() {
        return NoRecording.INSTANCE;
    }

    /** A recording that could not start. */
    enum NoRecording implements Recording {
        /** The only one. */
        INSTANCE;

        @Override
        public Telemetry.Trail open(Exchange exchange) {
            return Telemetry.silent().open(exchange);
        }

        @Override
        public void late(SpanReference ids, Exchange exchange) {}

        @Override
        public void close(Duration limit) {}
    }
}
