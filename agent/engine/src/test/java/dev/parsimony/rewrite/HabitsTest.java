// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Pepper;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final Site SITE = new Site("f", "d", "m");

    private final Habits habits = new Habits(Pepper.of(new Random(1)), 200_000, () -> 0);

    @Test
    void knowsTheLinesThatEveryCallHad() {
        habits.note(SITE, Level.SYSTEM, lines(0, 10));
        habits.note(SITE, Level.SYSTEM, lines(2, 12));
        Habit habit = habits.note(SITE, Level.SYSTEM, lines(3, 14));

        assertThat(habit.isEvident()).isTrue();
        assertThat(habit.lines()).isEqualTo(lines(3, 10));
    }

    @Test
    void isNotEvidentAfterTwoCalls() {
        habits.note(SITE, Level.SYSTEM, lines(0, 3));

        assertThat(habits.note(SITE, Level.SYSTEM, lines(0, 3)).isEvident()).isFalse();
    }

    @Test
    void neverTakesALineForSteadyAgainThatWasMissingOnce() {
        habits.note(SITE, Level.SYSTEM, lines(0, 3));
        habits.note(SITE, Level.SYSTEM, lines(1, 3));

        for (int i = 0; i < 5; i++) {
            assertThat(habits.note(SITE, Level.SYSTEM, lines(0, 3)).lines()).isEqualTo(lines(1, 3));
        }
    }

    @Test
    void learnsNothingFromAStranger() {
        for (int i = 0; i < 9; i++) {
            habits.note(SITE, Level.SYSTEM, lines(0, 4));
            habits.note(SITE, Level.SYSTEM, lines(3, 20));
        }

        assertThat(habits.of(SITE, Level.SYSTEM).orElseThrow().lines()).isEqualTo(lines(0, 4));
        assertThat(habits.of(SITE, Level.SYSTEM).orElseThrow().isEvident()).isTrue();
    }

    @Test
    void beginsAnewAfterThreeStrangersInARow() {
        for (int i = 0; i < 3; i++) {
            habits.note(SITE, Level.SYSTEM, lines(0, 3));
        }
        habits.note(SITE, Level.SYSTEM, lines(10, 13));
        assertThat(habits.note(SITE, Level.SYSTEM, lines(10, 13)).lines()).isEqualTo(lines(0, 3));

        Habit habit = habits.note(SITE, Level.SYSTEM, lines(10, 13));
        assertThat(habit.isEvident()).isFalse();
        assertThat(habit.lines()).isEqualTo(lines(10, 13));
    }

    @Test
    void neverTakesMoreThanItWasGiven() {
        for (int i = 0; i < 2_000; i++) {
            habits.note(new Site("f" + i, "d", "m"), Level.SYSTEM, lines(0, i % 300));
            habits.note(SITE, List.of(new Digest(i, 0), new Digest(i, 1)));
        }

        assertThat(habits.bytes()).isBetween(50_000L, 200_000L);
    }

    @Test
    void losesNoCallOfManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(4);
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.execute(() -> {
                for (int i = 0; i < 500; i++) {
                    habits.note(SITE, Level.SYSTEM, lines(thread, 100 + i % 7));
                }
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();

        assertThat(habits.of(SITE, Level.SYSTEM).orElseThrow().lines()).isEqualTo(lines(3, 100));
    }

    private static Set<Digest> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new Digest(i, i)).collect(Collectors.toSet());
    }
}
