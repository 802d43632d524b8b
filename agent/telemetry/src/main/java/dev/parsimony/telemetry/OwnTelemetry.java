// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Telemetry;

/** What is told where no OpenTelemetry runs beside us. Throws nothing and waits for nobody, its end apart. */
interface OwnTelemetry {
    /** Gets ready to show what was found, where that is not done with the first call. */
    void start();

    /** Opens a call's span, as {@link Telemetry#open}. */
    Telemetry.Trail open(Exchange exchange);

    /** Whether metrics are exported. */
    boolean measures();

    /** Tells the metrics of a call that is over and whose span is told elsewhere. */
    void measure(Exchange exchange);

    /** Hands over what is still held; waits two seconds at most. */
    void close();
}
