// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

/** The levels of {@code java.util.logging} by their names there, the gravest first. */
public enum Level {
    /** Something does not work. */
    SEVERE,
    /** Something may not work. */
    WARNING,
    /** Something happened. */
    INFO,
    /** How something is set. */
    CONFIG,
    /** What happens, step by step. */
    FINE,
    /** What happens, in smaller steps. */
    FINER,
    /** What happens, in the smallest steps. */
    FINEST;

    /** The level that a {@link System.Logger} means. */
    static Level of(System.Logger.Level level) {
        return switch (level) {
            case ERROR -> SEVERE;
            case WARNING -> WARNING;
            case INFO -> INFO;
            case DEBUG -> FINE;
            case ALL, TRACE, OFF -> FINEST;
        };
    }

    boolean isGrave() {
        return this == SEVERE || this == WARNING;
    }
}
