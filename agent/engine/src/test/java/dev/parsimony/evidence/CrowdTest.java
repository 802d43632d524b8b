// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.evidence.CacheRules.Life;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads on the same call sites of several accounts, and who waits for them. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CrowdTest {
    private static final int THREADS = 64;
    private static final int CALLS = 200;

    private static final Sizes SIZES = new Sizes() {
        private final CacheRules rules = new CacheRules(
                10, 0.1, List.of(new Life(Duration.ofMinutes(5), 1.25), new Life(Duration.ofHours(1), 2)), 4, false);

        @Override
        public Optional<CacheRules> rules(Place place) {
            return Optional.of(rules);
        }

        @Override
        public long tokens(String model, long bytes) {
            return bytes / 4;
        }
    };

    private final AtomicLong now = new AtomicLong();
    private final Sightings sightings = new Sightings(1 << 16); // small, so that generations turn all the time
    private final Marker marker = new Marker(QuickHash.Key.of(new Random(1)), SIZES, sightings, now::get);

    @Test
    void keepsItsBoundsAndComesToAnEnd() throws Exception {
        AtomicInteger marked = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int of = thread;
            callers.add(() -> call(of, new Random(of), marked));
        }
        for (Future<Integer> done : crowd.invokeAll(callers)) {
            assertThat(done.get()).isEqualTo(CALLS);
        }
        crowd.shutdown();

        assertThat(marked).hasPositiveValue();
        assertThat(Footprint.of(sightings)).isLessThan((1 << 16) + THREADS * (long) Sighting.BYTES);
    }

    private int call(int thread, Random random, AtomicInteger marked) {
        int calls = 0;
        for (; calls < CALLS; calls++) {
            String text = "text " + random.nextInt(20);
            Course course = ask(thread % 3, "site " + thread % 5, text, marked);
            now.addAndGet(random.nextInt(1_000_000_000));
            switch (random.nextInt(5)) {
                case 0 -> course.lost();
                case 1 -> {
                    course.lost();
                    course.again();
                    course.begun();
                    course.ended(null);
                }
                default -> {
                    course.begun();
                    course.ended(Usage.text(100, random.nextInt(2) * 100L, 0, 0, 1, 0));
                }
            }
        }
        return calls;
    }

    @Test
    void whoeverWaitsForAWriterGoesOnWithNoLockHeld() throws Exception {
        AtomicInteger marked = new AtomicInteger();
        Course first = ask(0, "site", "text", marked);
        first.begun();
        first.ended(Usage.text(100, 0, 0, 0, 1, 0));
        now.addAndGet(1_000_000_000);
        Course writing = ask(0, "site", "text", marked);
        assertThat(marked).hasValue(1);
        CompletionStage<?> news =
                marker.writer(lens("text"), place(0), "site", true).orElseThrow();
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Boolean> went = news.thenApply(any -> {
                    // what a waiting call does at once, and somebody else beside it
                    Future<Course> beside = other.submit(() -> ask(0, "site", "text", marked));
                    try {
                        return beside.get(1, TimeUnit.MINUTES) != null;
                    } catch (Exception e) {
                        return false;
                    }
                })
                .toCompletableFuture();

        writing.begun();

        assertThat(went.get()).isTrue();
        other.shutdown();
    }

    @Test
    void aClockThatGoesBackLosesNothingAndHoldsNothingLongerThanTheProviderSays() {
        AtomicInteger marked = new AtomicInteger();
        for (int call = 0; call < 50; call++) {
            Course course = ask(0, "site", "text", marked);
            course.begun();
            course.ended(Usage.text(100, 0, 0, 0, 1, 0));
            now.addAndGet(call % 2 == 0 ? 1_000_000_000 : -3_000_000_000L);
        }

        assertThat(ask(0, "site", "text", marked).again()).isTrue();
    }

    private Course ask(int account, String site, String text, AtomicInteger marked) {
        Marks marks = marker.mark(lens(text), place(account), site, Marking.AUTO, true);
        marked.addAndGet(marks.edits().isEmpty() ? 0 : 1);
        return marks.course();
    }

    private static PlainLens lens(String text) {
        return PlainLens.of("{\"model\":\"m\",\"system\":[{\"text\":\"" + (text + " ").repeat(20)
                + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question\"}]}]}");
    }

    private static Place place(int account) {
        return new Place(new Digest(account, 1), new Address("https", "api.example", -1), "m", "");
    }
}
