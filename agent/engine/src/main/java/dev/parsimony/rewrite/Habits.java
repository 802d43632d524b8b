// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Pepper;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What call sites were seen to send: the lines that all calls of a site had, and the order in which it offered a set of
 * tools. Keyed hashes only, bounded in bytes. A day after it began a habit is forgotten, so that a changed prompt is learnt
 * again.
 */
public final class Habits {
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Pepper pepper;
    private final Cache<Digest, Habit> habits;
    private final Cache<Digest, Toolbox> toolboxes;

    /**
     * No habits yet.
     *
     * @param pepper the secret in every hash
     * @param maxBytes what they may take, in bytes
     * @param ticker nanoseconds from some origin, never going back
     */
    public Habits(Pepper pepper, long maxBytes, LongSupplier ticker) {
        this.pepper = pepper;
        this.habits = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 2)
                .weigher((Digest site, Habit habit) -> habit.weight())
                .expireAfter(Expiry.creating((Digest site, Habit habit) -> MEMORY))
                .ticker(ticker::getAsLong)
                .executor(Runnable::run)
                .build();
        this.toolboxes = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 2)
                .weigher((Digest site, Toolbox toolbox) -> toolbox.weight())
                .expireAfter(Expiry.creating((Digest site, Toolbox toolbox) -> MEMORY))
                .ticker(ticker::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /** Begins a hash of this process. */
    Hash hash() {
        return pepper.hash();
    }

    /**
     * Notes the lines of one more call.
     *
     * @param site where it comes from
     * @param level which part of the prompt they stand in
     * @param lines its lines, each once; kept
     * @return the site's habit, this call included
     */
    Habit note(Site site, Level level, Set<Digest> lines) {
        return habits.asMap().merge(key(site, level), Habit.of(lines), (habit, one) -> habit.and(one.lines()));
    }

    /** A site's habit in one part of the prompt, if it has one. */
    Optional<Habit> of(Site site, Level level) {
        return Optional.ofNullable(habits.getIfPresent(key(site, level)));
    }

    /**
     * Notes in which order one more call offered its tools.
     *
     * @param site where it comes from
     * @param tools its tools, no two alike
     * @return what is known of this set of tools, this call included
     */
    Toolbox note(Site site, List<Digest> tools) {
        Hash hash = pepper.hash().digest(key(site, Level.TOOLS)).number(tools.size());
        tools.stream()
                .sorted(Comparator.comparingLong(Digest::high).thenComparingLong(Digest::low))
                .forEach(hash::digest);
        return toolboxes.asMap().merge(hash.digest(), new Toolbox(1, tools), (toolbox, one) -> toolbox.again());
    }

    private Digest key(Site site, Level level) {
        return pepper.hash()
                .text(site.function())
                .text(site.dialect())
                .text(site.model())
                .number(level.ordinal())
                .digest();
    }

    long bytes() {
        habits.cleanUp();
        toolboxes.cleanUp();
        return weight(habits) + weight(toolboxes);
    }

    private static long weight(Cache<?, ?> cache) {
        return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    @Override
    public String toString() {
        return habits.estimatedSize() + " habits";
    }
}
