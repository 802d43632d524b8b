// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Plan;
import dev.parsimony.rules.CallSiteGlob;
import dev.parsimony.rules.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for, complete: what nobody set has its built-in value.
 *
 * @param mode whether anything may be changed on the wire
 * @param promptCache marks and hints for the providers' prompt caches
 * @param control which share of conversations is left as written, to measure the others against; from 0 to 1
 * @param streamUsage whether usage may be asked for on streams where the provider needs asking
 * @param tcpNoDelay whether connections to models send at once what is written to them
 * @param responseCache bounds of the store of answers
 * @param tenant where a call's tenant is read
 * @param callSiteSkips the user's own wrappers, looked through when the call site is found
 * @param hosts what hosts unknown to us accept; the first that matches counts
 * @param pricing the user's own prices
 * @param ledger whether and how calls are written down
 * @param summary whether it is told at the JVM's end what calls came to
 * @param log where Parsimony's own log goes
 * @param debug whether every decision is logged
 * @param killSwitch whether every call passes through untouched and unseen
 * @param rules the rules in force
 */
public record Settings(
        Mode mode,
        PromptCache promptCache,
        double control,
        boolean streamUsage,
        boolean tcpNoDelay,
        ResponseCache responseCache,
        Tenant tenant,
        List<CallSiteGlob> callSiteSkips,
        List<Host> hosts,
        Pricing pricing,
        Ledger ledger,
        Summary summary,
        Logging log,
        boolean debug,
        boolean killSwitch,
        Rules rules) {
    /** Settings whose lists nobody can change. */
    public Settings {
        callSiteSkips = List.copyOf(callSiteSkips);
        hosts = List.copyOf(hosts);
    }

    /** Whether anything may be changed on the wire. */
    public enum Mode {
        /** Calls are seen, priced and traced, and go out as written. */
        OBSERVE,
        /** Calls are changed where that is asked for or known to be safe. */
        OPTIMIZE
    }

    /** When it is told at the JVM's end what calls came to. */
    public enum Summary {
        /** If standard error is a terminal. */
        AUTO,
        /** Always. */
        ON,
        /** Never. */
        OFF
    }

    /**
     * Marks and hints for the providers' prompt caches.
     *
     * @param mode the default lever: {@code AUTO} or {@code OFF}
     * @param stagger how long a call may wait for the answer to another to begin that writes what it would read
     * @param longRetention whether providers may be asked to keep prompts for longer than they do by default
     */
    public record PromptCache(Plan.Marking mode, Duration stagger, boolean longRetention) {}

    /**
     * Bounds of the store of answers.
     *
     * @param maxBytes all stored answers together, in bytes
     * @param maxStream the longest streamed answer that is stored, in bytes
     */
    public record ResponseCache(long maxBytes, long maxStream) {
        private static final long MOST = 64L << 20;
        private static final long STREAM = 1L << 20;
        private static final int PART_OF_HEAP = 20;

        /** The smaller of 64 MiB and a twentieth of the largest heap, with streams up to 1 MiB. */
        static ResponseCache builtIn(long largestHeap) {
            return new ResponseCache(Math.min(MOST, largestHeap / PART_OF_HEAP), STREAM);
        }
    }

    /**
     * Where Parsimony's own log goes.
     *
     * @param to {@code stderr} or a file's path
     * @param json whether a line is a JSON object instead of text
     */
    public record Logging(String to, boolean json) {
        private static final String STANDARD_ERROR = "stderr";

        static Logging builtIn() {
            return new Logging(STANDARD_ERROR, false);
        }

        /** The file to write to; absent for standard error. */
        public Optional<String> file() {
            return to.equals(STANDARD_ERROR) ? Optional.empty() : Optional.of(to);
        }
    }

    /**
     * The settings of someone who set nothing.
     *
     * @param largestHeap what {@link Runtime#maxMemory} says, in bytes
     */
    public static Settings builtIn(long largestHeap) {
        return new Settings(
                Mode.OPTIMIZE,
                new PromptCache(Plan.Marking.AUTO, Duration.ZERO, false),
                0,
                true,
                true,
                ResponseCache.builtIn(largestHeap),
                Tenant.none(),
                List.of(),
                List.of(),
                Pricing.list(),
                Ledger.builtIn(),
                Summary.AUTO,
                Logging.builtIn(),
                false,
                false,
                Rules.empty());
    }

    /** Whether nothing may be changed on the wire. */
    public boolean observe() {
        return mode == Mode.OBSERVE;
    }

    /** Whether calls are measured against some that are left as written. */
    public boolean compares() {
        return control > 0 && !observe();
    }

    /** What is done with a call where no rule says anything, for {@link Rules#plan}. */
    public Plan defaults() {
        return observe()
                ? Plan.asWritten()
                : new Plan(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Plan.Choice<>(promptCache.mode(), ""),
                        streamUsage,
                        List.of());
    }

    /** Whether a {@code package.Outer.Inner.method} is one of the user's own wrappers. */
    public boolean skipsCallSite(String function) {
        return callSiteSkips.stream().anyMatch(glob -> glob.matches(function));
    }

    /** These settings, changing nothing on the wire. */
    Settings observing() {
        return with(Mode.OBSERVE, killSwitch);
    }

    /** These settings, with the kill switch on if it was or is to be. */
    Settings killedIf(boolean killed) {
        return with(mode, killSwitch || killed);
    }

    private Settings with(Mode otherMode, boolean killed) {
        return new Settings(
                otherMode,
                promptCache,
                control,
                streamUsage,
                tcpNoDelay,
                responseCache,
                tenant,
                callSiteSkips,
                hosts,
                pricing,
                ledger,
                summary,
                log,
                debug,
                killed,
                rules);
    }
}
