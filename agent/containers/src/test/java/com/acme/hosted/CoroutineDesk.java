// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;

/** An application that asks in Kotlin's coroutines, on the threads of both of their dispatchers. */
public final class CoroutineDesk {
    private CoroutineDesk() {}

    /** Asks four times in parallel, then reads a stream. */
    public static void main(String[] args) {
        Journal journal = new Journal();
        try (Desk desk = Desk.open()) {
            List<CompletableFuture<String>> answers = Stream.of(
                            Dispatchers.getIO(),
                            Dispatchers.getDefault(),
                            Dispatchers.getIO(),
                            Dispatchers.getDefault())
                    .map(dispatcher -> begun(dispatcher, journal.written(desk::chat)))
                    .toList();
            answers.forEach(CompletableFuture::join);
            String events = BuildersKt.runBlocking(Dispatchers.getIO(), block(journal.written(desk::stream)));
            System.out.println(events);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }

    private static CompletableFuture<String> begun(CoroutineContext dispatcher, Callable<String> errand) {
        return FutureKt.asCompletableFuture(
                BuildersKt.async(GlobalScope.INSTANCE, dispatcher, CoroutineStart.DEFAULT, block(errand)));
    }

    /** What the Kotlin compiler makes of a block that suspends nowhere. */
    private static Function2<CoroutineScope, Continuation<? super String>, Object> block(Callable<String> errand) {
        return (scope, continuation) -> {
            try {
                return errand.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        };
    }
}
