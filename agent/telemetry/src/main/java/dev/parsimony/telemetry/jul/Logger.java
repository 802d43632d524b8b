// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import dev.parsimony.exchange.Log;
import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has the shape of {@code java.util.logging.Logger} as far as the libraries in the agent's jar use it: when they are packed,
 * {@link Redirect} makes their calls come here. A warning is said once in our log; everything else, and every exporter's
 * failures, which {@code Collector} tells better, only where the user debugs.
 */
public final class Logger {
    private static final int MOST_REMEMBERED = 100;
    private static final List<String> EXPORTERS =
            List.of("io.opentelemetry.exporter.", "io.opentelemetry.sdk.metrics.export.PeriodicMetricReader");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+"); // another count is no other message

    // Static as java.util.logging is: a library's logger is made by a static call that knows nothing of us.
    private static volatile Log listener = Log.silent();

    private final String name;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private Logger(String name) {
        this.name = name;
    }

    /**
     * Has everything that is logged from now on said here.
     *
     * @param log our log
     */
    public static void listen(Log log) {
        listener = log;
    }

    /** A logger; two of one name know nothing of each other. */
    public static Logger getLogger(String name) {
        return new Logger(name);
    }

    /** Whether a message of this level may be heard; the cheap question before an expensive message. */
    public boolean isLoggable(Level level) {
        return level.ordinal() <= Level.FINE.ordinal();
    }

    /** Logs a message. */
    public void log(Level level, String message) {
        say(level, message);
    }

    /** Logs a message with one parameter. */
    public void log(Level level, String message, @Nullable Object parameter) {
        log(level, message, new @Nullable Object[] {parameter});
    }

    /** Logs a message with parameters in the manner of {@link MessageFormat}. */
    public void log(Level level, String message, @Nullable Object[] parameters) {
        if (isLoggable(level)) {
            say(level, MessageFormat.format(message, parameters));
        }
    }

    /** Logs a message and the kind of what was thrown; never its own message, which may hold what is secret. */
    public void log(Level level, String message, @Nullable Throwable thrown) {
        say(level, thrown == null ? message : message + " (" + thrown.getClass().getName() + ")");
    }

    /** Logs at {@link Level#SEVERE}. */
    public void severe(String message) {
        say(Level.SEVERE, message);
    }

    /** Logs at {@link Level#WARNING}. */
    public void warning(String message) {
        say(Level.WARNING, message);
    }

    /** Logs at {@link Level#INFO}. */
    public void info(String message) {
        say(Level.INFO, message);
    }

    /** Logs at {@link Level#FINE}. */
    public void fine(String message) {
        say(Level.FINE, message);
    }

    private void say(Level level, String message) {
        if (level.isGrave() && EXPORTERS.stream().noneMatch(name::startsWith) && isNew(message)) {
            listener.warn(name, "telemetry: " + message);
        } else if (isLoggable(level)) {
            listener.debug(() -> name + ": " + message);
        }
    }

    private boolean isNew(String message) {
        return said.size() < MOST_REMEMBERED && said.add(DIGITS.matcher(message).replaceAll("#"));
    }
}
