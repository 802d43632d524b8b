// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;

/**
 * What Parsimony found and where it failed, apart from single calls. Texts and numbers alone, so that every OpenTelemetry in
 * this JVM, ours or an application's, can show them.
 */
public final class Findings {
    private final ConcurrentHashMap<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Library, String> states = new ConcurrentHashMap<>();

    /**
     * An SDK that was found.
     *
     * @param sdk its name
     * @param version its version; empty if it does not say
     */
    public record Library(String sdk, String version) {}

    /** Nothing was found yet. */
    public Findings() {}

    /** Counts a failure of a step. */
    public void fail(String step) {
        failures.computeIfAbsent(step, first -> new LongAdder()).increment();
    }

    /** Notes what became of an SDK; the last word counts. */
    public void found(String sdk, String version, String state) {
        states.put(new Library(sdk, version), state);
    }

    /** Shows how often each step failed. */
    public void failures(ObjLongConsumer<String> reader) {
        failures.forEach((step, count) -> reader.accept(step, count.sum()));
    }

    /** How often a step failed. */
    public long failed(String step) {
        LongAdder count = failures.get(step);
        return count == null ? 0 : count.sum();
    }

    /** Whether this is what became of an SDK. */
    public boolean is(Library library, String state) {
        return state.equals(states.get(library));
    }

    /** Shows each SDK that was found, and what became of it. */
    public void libraries(BiConsumer<Library, String> reader) {
        states.forEach(reader);
    }
}
