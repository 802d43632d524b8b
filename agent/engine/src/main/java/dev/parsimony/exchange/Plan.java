// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with one call, and which rule said so.
 *
 * @param observe whether the call is to be left alone, but for the usage of streams
 * @param cache reuse of answers, if a rule asks for it
 * @param model another model, if a rule asks for one
 * @param cap a cap on output tokens, if a rule asks for one
 * @param stablePrefix whether, and by which rule, varying blocks go behind stable ones; absent for no
 * @param promptCache the lever of prompt-cache marks
 * @param streamUsage whether usage may be asked for on streams
 * @param rules names of the rules that applied, in order
 */
public record Plan(
        boolean observe,
        Optional<Choice<Reuse>> cache,
        Optional<Choice<String>> model,
        Optional<Choice<Long>> cap,
        Optional<Choice<Boolean>> stablePrefix,
        Choice<Marking> promptCache,
        boolean streamUsage,
        List<String> rules) {
    /**
     * A value and the rule it came from.
     *
     * @param value the value
     * @param rule the rule's name; empty for a default
     * @param <T> what is chosen
     */
    public record Choice<T>(T value, String rule) {}

    /**
     * How answers may be reused.
     *
     * @param ttl how long an answer serves
     * @param scope who shares it
     * @param join whether identical calls in flight become one
     * @param withinTrace whether a repeated request within one trace may be answered too
     */
    public record Reuse(Duration ttl, Sharing scope, boolean join, boolean withinTrace) {
        /** The same, without joining a call under way. */
        public Reuse alone() {
            return new Reuse(ttl, scope, false, withinTrace);
        }
    }

    /** Who shares a stored answer. */
    public enum Sharing {
        /** One tenant of one credential. */
        TENANT,
        /** All callers of one credential. */
        SHARED
    }

    /** Which prompt-cache marks may be set. */
    public enum Marking {
        /** None. */
        OFF,
        /** Where evidence says they pay. */
        AUTO,
        /** Five minutes, where valid, without asking for evidence. */
        SHORT,
        /** One hour, where valid, without asking for evidence. */
        LONG
    }

    private static final Plan AS_WRITTEN = new Plan(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Choice<>(Marking.OFF, ""),
            false,
            List.of());

    /** The call goes out as the application made it. */
    public static Plan asWritten() {
        return AS_WRITTEN;
    }

    /**
     * The plan of the same call where others are measured against it: it goes out as the application made it, but that its usage
     * is asked for where it is asked for on the others, since a stream without any has no price to compare. That changes no
     * answer and saves nothing.
     */
    public Plan control() {
        return new Plan(
                true,
                AS_WRITTEN.cache,
                AS_WRITTEN.model,
                AS_WRITTEN.cap,
                AS_WRITTEN.stablePrefix,
                AS_WRITTEN.promptCache,
                streamUsage,
                List.of());
    }
}
