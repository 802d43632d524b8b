// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.advice.Adviser;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Usage;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;

/**
 * What Parsimony found, what it advises and where it failed, apart from single calls. Texts and numbers alone, so that every OpenTelemetry in
 * this JVM, ours or an application's, can show them.
 */
public final class Findings {
    private static final int MOST_SITES = 200;

    private final ConcurrentHashMap<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Library, String> states = new ConcurrentHashMap<>();
    private final Adviser adviser = new Adviser(MOST_SITES);
    private final LongSupplier ticker;
    private volatile Set<Advised> advised = Set.of();

    /**
     * An SDK that was found.
     *
     * @param sdk its name
     * @param version its version; empty if it does not say
     */
    public record Library(String sdk, String version) {}

    /**
     * Something that would make calls cheaper.
     *
     * @param site their call site
     * @param lever what would
     */
    public record Advised(String site, String lever) {}

    /** Nothing was found yet. */
    public Findings() {
        this(System::nanoTime);
    }

    /**
     * Nothing was found yet.
     *
     * @param ticker nanoseconds from some origin
     */
    Findings(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Adds to what could be saved what a call that is over says in hindsight. */
    public void advise(Exchange exchange) {
        Hindsight hindsight = exchange.hindsight();
        Usage usage = exchange.answer().usage();
        if (hindsight != null && usage != null && exchange.cost() instanceof Cost.Known known) {
            String site = exchange.opening().caller().site().function();
            adviser.add(site, ticker.getAsLong(), known.usd(), usage.totalOutput(), hindsight);
            adviser.levers(site).forEach(lever -> note(new Advised(site, lever)));
        }
    }

    private void note(Advised one) {
        if (!advised.contains(one)) {
            synchronized (this) {
                Set<Advised> more = new HashSet<>(advised);
                more.add(one);
                advised = more;
            }
        }
    }

    /** What would make calls cheaper, or would have at some time: another set whenever something comes to it. */
    public Set<Advised> advised() {
        return advised;
    }

    /** What it would save in a year of such calls, in USD, reckoned now; 0 where it would no more. */
    public double yearly(Advised one) {
        return adviser.yearly(one.site(), one.lever(), ticker.getAsLong());
    }

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
