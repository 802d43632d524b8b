// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A tap that keeps what passes and how it ended. */
final class Recorder implements Tap {
    final List<String> endings = new CopyOnWriteArrayList<>();
    final CountDownLatch over = new CountDownLatch(1);
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    @Override
    public Chunk pass(Chunk chunk) {
        seen.write(chunk.bytes(), chunk.from(), chunk.length());
        return chunk;
    }

    @Override
    public Chunk end() {
        ended("end");
        return Chunk.empty();
    }

    @Override
    public void closed() {
        ended("closed");
    }

    @Override
    public void failed(Throwable cause) {
        ended("failed");
    }

    @Override
    public void abandoned() {
        ended("abandoned");
    }

    private void ended(String how) {
        endings.add(how);
        over.countDown();
    }

    String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }
}
