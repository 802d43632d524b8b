// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a call used, as billed, in one shape for all providers. Every count is disjoint from every other, so that their sum
 * is the whole; a count of 0 is not listed.
 *
 * @param tokens how many tokens of each kind
 * @param tools how often the provider ran a tool of its own, by a name such as {@code web_search}
 */
public record Usage(Map<TokenKind, Long> tokens, Map<String, Long> tools) {
    /** Nothing at all. */
    public static final Usage NONE = new Usage(Map.of(), Map.of());

    /**
     * Checks and keeps a copy.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public Usage {
        tokens = Collections.unmodifiableMap(counted(tokens, new EnumMap<>(TokenKind.class)));
        tools = Collections.unmodifiableMap(counted(tools, new TreeMap<>()));
    }

    private static <K> Map<K, Long> counted(Map<K, Long> counts, Map<K, Long> copy) {
        counts.forEach((what, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("negative count of " + what);
            }
            if (count > 0) {
                copy.put(what, count);
            }
        });
        return copy;
    }

    /**
     * Text alone.
     *
     * @param input input tokens neither read from nor written to a cache
     * @param cacheRead input tokens read from a prompt cache
     * @param cacheWrite input tokens written to it for the provider's shortest lifetime
     * @param cacheWriteLong input tokens written to it for the longer lifetime
     * @param output output tokens, reasoning apart
     * @param reasoning output tokens spent on reasoning
     */
    public static Usage text(
            long input, long cacheRead, long cacheWrite, long cacheWriteLong, long output, long reasoning) {
        return new Usage(
                Map.of(
                        TokenKind.INPUT, input,
                        TokenKind.CACHE_READ, cacheRead,
                        TokenKind.CACHE_WRITE, cacheWrite,
                        TokenKind.CACHE_WRITE_LONG, cacheWriteLong,
                        TokenKind.OUTPUT, output,
                        TokenKind.REASONING, reasoning),
                Map.of());
    }

    /** The same with this many tokens of a kind, whatever was there of it. */
    public Usage with(TokenKind kind, long count) {
        Map<TokenKind, Long> counts = new EnumMap<>(TokenKind.class);
        counts.putAll(tokens);
        counts.put(kind, count);
        return new Usage(counts, tools);
    }

    /** The same with this many runs of a tool of the provider's, whatever was there of it. */
    public Usage withTool(String tool, long uses) {
        Map<String, Long> counts = new TreeMap<>(tools);
        counts.put(tool, uses);
        return new Usage(tokens, counts);
    }

    /** How many tokens of a kind; 0 or more. */
    public long of(TokenKind kind) {
        return tokens.getOrDefault(kind, 0L);
    }

    /** All input tokens, cached ones included, as the OpenTelemetry conventions count them. */
    public long totalInput() {
        return sum(TokenKind::isInput);
    }

    /** All output tokens, reasoning included, as the OpenTelemetry conventions count them. */
    public long totalOutput() {
        return sum(kind -> !kind.isInput());
    }

    private long sum(Predicate<TokenKind> which) {
        long sum = 0;
        for (Map.Entry<TokenKind, Long> count : tokens.entrySet()) {
            sum += which.test(count.getKey()) ? count.getValue() : 0;
        }
        return sum;
    }

    /** Tokens read from a prompt cache, of any kind. */
    public long cacheRead() {
        return of(TokenKind.CACHE_READ) + of(TokenKind.AUDIO_CACHE_READ);
    }

    /** Tokens written to a prompt cache, for any lifetime. */
    public long cacheWrite() {
        return of(TokenKind.CACHE_WRITE) + of(TokenKind.CACHE_WRITE_LONG);
    }

    /** The same had there been no prompt cache. */
    public Usage uncached() {
        Map<TokenKind, Long> counts = new EnumMap<>(TokenKind.class);
        tokens.forEach((kind, count) -> counts.merge(kind.uncached(), count, Long::sum));
        return new Usage(counts, tools);
    }

    /** This and another call's. */
    public Usage plus(Usage more) {
        Map<TokenKind, Long> counts = new EnumMap<>(TokenKind.class);
        counts.putAll(tokens);
        more.tokens.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        Map<String, Long> uses = new TreeMap<>(tools);
        more.tools.forEach((tool, count) -> uses.merge(tool, count, Long::sum));
        return new Usage(counts, uses);
    }
}
