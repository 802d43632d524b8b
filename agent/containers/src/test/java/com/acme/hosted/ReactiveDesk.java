// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An application that asks on Reactor's threads. */
public final class ReactiveDesk {
    private ReactiveDesk() {}

    /** Asks four times in parallel, and reads a stream as one of Reactor's. */
    public static void main(String[] args) {
        Journal journal = new Journal();
        try (Desk desk = Desk.open()) {
            Callable<String> errand = journal.written(desk::chat);
            Flux.range(0, 4)
                    .flatMap(i -> Mono.fromCallable(errand).subscribeOn(Schedulers.boundedElastic()))
                    .blockLast(Duration.ofMinutes(1));
            Callable<StreamResponse<ChatCompletionChunk>> opened = journal.written(desk::openAStream);
            Long events = Flux.using(opened, stream -> Flux.fromStream(stream.stream()), StreamResponse::close)
                    .subscribeOn(Schedulers.boundedElastic())
                    .count()
                    .block(Duration.ofMinutes(1));
            System.out.println(events + " events");
        }
        System.exit(0);
    }
}
