// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A log that can be read back. */
public final class RecordedLog implements Log {
    public final List<String> said = new CopyOnWriteArrayList<>();
    public final List<String> warned = new CopyOnWriteArrayList<>();
    public final List<String> debugged = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstLine = new CountDownLatch(1);

    @Override
    public void say(String line) {
        said.add(line);
        firstLine.countDown();
    }

    @Override
    public void warn(String topic, String line) {
        warned.add(line);
        firstLine.countDown();
    }

    @Override
    public void debug(Supplier<String> line) {
        debugged.add(line.get());
    }

    /** Waits until something was said or warned of. */
    public boolean awaitLine() throws InterruptedException {
        return firstLine.await(60, TimeUnit.SECONDS);
    }
}
