// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Log;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private final Edges edges = new Edges(Log.silent());

    @Test
    void runsElsewhereWithTheContextLoaderOfTheOneWhoAsked() {
        ClassLoader application = new Village.Loader();
        Executor elsewhere = under(application);

        Thread thread =
                CompletableFuture.supplyAsync(Thread::currentThread, elsewhere).join();
        ClassLoader seen = CompletableFuture.supplyAsync(
                        () -> Thread.currentThread().getContextClassLoader(), elsewhere)
                .join();

        assertThat(seen).isSameAs(application);
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
    }

    private Executor under(ClassLoader context) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(context);
        try {
            return edges.elsewhere();
        } finally {
            here.setContextClassLoader(before);
        }
    }

    @Test
    void runsAsManyThingsElsewhereAsTheMachineHasProcessorsAndMore() {
        CountDownLatch together = new CountDownLatch(2 * Runtime.getRuntime().availableProcessors());

        assertThat(threads((int) together.getCount(), () -> meet(together))).doesNotHaveDuplicates();
    }

    @Test
    void runsOnlySoManyThingsAtOnceAndTheOthersThen() {
        assertThat(threads(1_000, () -> {}).stream().distinct().count()).isLessThanOrEqualTo(64);
    }

    private List<Thread> threads(int count, Runnable work) {
        Executor elsewhere = edges.elsewhere();
        List<CompletableFuture<Thread>> all = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> after(work), elsewhere))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static Thread after(Runnable work) {
        work.run();
        return Thread.currentThread();
    }

    private static void meet(CountDownLatch together) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException unwanted) {
            throw new AssertionError(unwanted);
        }
    }
}
