// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers as the providers make them, here counted so that two runs of the same requests give the same ones. */
final class Ids {

    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final AtomicLong count = new AtomicLong();

    /** The next identifier with this prefix. */
    String next(String prefix) {
        long number = count.incrementAndGet();
        return prefix + String.format(Locale.ROOT, "%016x%08x", number * MIXER, (int) number);
    }
}
