// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import java.time.Duration;

/** Where calls are recorded: our own OpenTelemetry SDK, or the OpenTelemetry of an application. */
public interface Recording {
    /** Opens a call's span, as {@link Telemetry#open}; its end tells the metrics of single calls too. */
    Telemetry.Trail open(Exchange exchange);

    /**
     * Records a call that was over before the recording had started.
     *
     * @param ids what its span is to bear
     * @param exchange the call
     */
    void late(SpanReference ids, Exchange exchange);

    /** Adds a call that is over to what Parsimony counts of its own: money, cache outcomes. */
    void count(Exchange exchange);

    /** Whether it has metrics at all; where it has not, they are told to ours. */
    boolean measures();

    /** Tells the metrics of a single call whose span is told elsewhere. */
    void measure(Exchange exchange);

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

    /** A recording that is not there, or could not start. */
    enum NoRecording implements Recording {
        /** The only one. */
        INSTANCE;

        @Override
        public Telemetry.Trail open(Exchange exchange) {
            return Telemetry.untold();
        }

        @Override
        public void late(SpanReference ids, Exchange exchange) {}

        @Override
        public void count(Exchange exchange) {}

        @Override
        public boolean measures() {
            return false;
        }

        @Override
        public void measure(Exchange exchange) {}

        @Override
        public void close(Duration limit) {}
    }
}
