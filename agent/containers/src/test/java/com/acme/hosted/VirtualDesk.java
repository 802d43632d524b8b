// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** An application that asks on virtual threads, and prints where one of them held the thread that carries it. */
public final class VirtualDesk {
    private VirtualDesk() {}

    /** Asks once, so that all is loaded, then forty times at once. */
    public static void main(String[] args) throws Exception {
        Journal journal = new Journal();
        Path file = Files.createTempFile("virtual", ".jfr");
        try (Desk desk = Desk.open();
                Recording pinned = new Recording()) {
            journal.written(desk::chat).call();
            pinned.enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            pinned.start();
            askAtOnce(journal.written(desk::chat));
            pinned.stop();
            pinned.dump(file);
            print(file);
        }
        System.exit(0);
    }

    private static void askAtOnce(Callable<String> errand) throws Exception {
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(threads.submit(errand));
        }
        for (Future<String> answer : answers) {
            answer.get();
        }
        threads.shutdown();
    }

    private static void print(Path file) throws IOException {
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            System.out.println("pinned: " + event.getStackTrace());
        }
        Files.delete(file);
    }
}
