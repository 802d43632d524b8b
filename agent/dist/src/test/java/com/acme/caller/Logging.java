// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** An application that hears everything that is logged in its JVM, and prints at its end who logged. */
public final class Logging extends Handler {
    private final Set<String> heard = new ConcurrentSkipListSet<>();

    private Logging() {}

    /**
     * Makes calls.
     *
     * @param args as of {@link Caller}
     */
    public static void main(String[] args) {
        Logging handler = new Logging();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        Logger.getLogger("com.acme").fine("at work");
        Caller.call(args);
        handler.heard.forEach(logger -> System.out.println("logged by " + logger));
    }

    @Override
    public void publish(LogRecord entry) {
        heard.add(String.valueOf(entry.getLoggerName()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
