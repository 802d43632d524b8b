// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.meters;

import dev.parsimony.telemetry.Findings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows in a registry what was found beside single calls. */
final class Found {
    private Found() {}

    /** Registers what is not registered yet; each meter reads the findings themselves, which live as long as the agent. */
    static void show(Findings findings, MeterRegistry registry) {
        findings.failures(
                (step, count) -> FunctionCounter.builder("parsimony.failures", findings, all -> all.failed(step))
                        .description("Steps of Parsimony that failed and were skipped.")
                        .tag("parsimony.step", step)
                        .register(registry));
        findings.libraries((library, state) -> Gauge.builder(
                        "parsimony.instrumentation", findings, all -> all.is(library, state) ? 1 : 0)
                .description("SDKs that were found, and what became of them.")
                .tags(
                        "parsimony.sdk.name",
                        library.sdk(),
                        "parsimony.sdk.version",
                        library.version().isEmpty() ? "none" : library.version(),
                        "parsimony.instrumentation.state",
                        state)
                .register(registry));
    }
}
