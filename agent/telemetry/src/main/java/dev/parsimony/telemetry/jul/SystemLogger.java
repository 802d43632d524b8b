// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What {@code System.getLogger} answers to the libraries in the agent's jar. */
public final class SystemLogger implements System.Logger {
    private final String name;
    private final Logger logger;

    private SystemLogger(String name) {
        this.name = name;
        this.logger = Logger.getLogger(name);
    }

    /** A logger; stands in for the method of this name in {@link System}. */
    public static System.Logger getLogger(String name) {
        return new SystemLogger(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(System.Logger.Level level) {
        return logger.isLoggable(ours(level));
    }

    @Override
    public void log(
            System.Logger.Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        logger.log(ours(level), message, thrown);
    }

    @Override
    public void log(
            System.Logger.Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... parameters) {
        logger.log(ours(level), format, parameters);
    }

    private static dev.parsimony.telemetry.jul.Level ours(System.Logger.Level level) {
        return dev.parsimony.telemetry.jul.Level.of(level);
    }
}
