// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.meters;

import dev.parsimony.telemetry.Findings;
import dev.parsimony.telemetry.Findings.Advised;
import dev.parsimony.telemetry.Findings.Library;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Shows in registries what was found beside single calls; each meter reads the findings themselves, which live as long as the
 * agent. From 1.14 on, Micrometer warns in the application's log of a meter that is registered again: none is.
 */
final class Found {
    private static final String ADVICE = "parsimony.advice";
    private static final String FAILURES = "parsimony.failures";
    private static final String INSTRUMENTATION = "parsimony.instrumentation";

    private final Findings findings;
    /** What each registry was given, or has refused; texts alone, so that a registry can go. */
    private final Map<MeterRegistry, Set<Tags>> shown = Collections.synchronizedMap(new WeakHashMap<>());

    /** The advice that each registry was shown last. */
    private final Map<MeterRegistry, Set<Advised>> advised = Collections.synchronizedMap(new WeakHashMap<>());

    Found(Findings findings) {
        this.findings = findings;
    }

    /**
     * Registers what is not registered yet.
     *
     * @param attempt runs what a registry may refuse; takes the meter's name too
     */
    void show(MeterRegistry registry, BiConsumer<String, Runnable> attempt) {
        Set<Tags> here = shown.computeIfAbsent(registry, first -> ConcurrentHashMap.newKeySet());
        findings.failures((step, count) -> {
            Tags tags = Tags.of("parsimony.step", step);
            if (here.add(tags) && isMissing(FAILURES, tags, registry)) {
                attempt.accept(FAILURES, () -> failures(step, tags, registry));
            }
        });
        findings.libraries((library, state) -> {
            Tags tags = tags(library, state);
            if (here.add(tags) && isMissing(INSTRUMENTATION, tags, registry)) {
                attempt.accept(INSTRUMENTATION, () -> instrumentation(library, state, tags, registry));
            }
        });
    }

    /** What each would save is reckoned when somebody looks. */
    void showAdvice(MeterRegistry registry, BiConsumer<String, Runnable> attempt) {
        Set<Advised> now = findings.advised();
        if (!now.equals(advised.put(registry, now))) {
            now.forEach(one -> {
                Tags tags = Tags.of("parsimony.call_site", one.site(), "parsimony.lever", one.lever());
                if (isMissing(ADVICE, tags, registry)) {
                    attempt.accept(ADVICE, () -> advice(one, tags, registry));
                }
            });
        }
    }

    private void advice(Advised one, Tags tags, MeterRegistry registry) {
        Gauge.builder(ADVICE, findings, all -> all.yearly(one))
                .description("What a lever would save in a year of calls like those seen, by estimate; each by itself.")
                .tags(tags)
                .register(registry);
    }

    /** A composite may have brought it. */
    private static boolean isMissing(String name, Tags tags, MeterRegistry registry) {
        return registry.find(name).tags(tags).meter() == null;
    }

    private void failures(String step, Tags tags, MeterRegistry registry) {
        FunctionCounter.builder(FAILURES, findings, all -> all.failed(step))
                .description("Steps of Parsimony that failed and were skipped.")
                .tags(tags)
                .register(registry);
    }

    private void instrumentation(Library library, String state, Tags tags, MeterRegistry registry) {
        Gauge.builder(INSTRUMENTATION, findings, all -> all.is(library, state) ? 1 : 0)
                .description("SDKs that were found, and what became of them.")
                .tags(tags)
                .register(registry);
    }

    private static Tags tags(Library library, String state) {
        return Tags.of(
                "parsimony.sdk.name",
                library.sdk(),
                "parsimony.sdk.version",
                library.version().isEmpty() ? "none" : library.version(),
                "parsimony.instrumentation.state",
                state);
    }
}
