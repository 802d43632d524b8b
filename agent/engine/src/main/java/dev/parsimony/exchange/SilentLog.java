// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.function.Supplier;

/** A log that says nothing. */
enum SilentLog implements Log {
    INSTANCE;

    @Override
    public void say(String line) {}

    @Override
    public void warn(String topic, String line) {}

    @Override
    public void debug(Supplier<String> line) {}
}
