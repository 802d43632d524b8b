// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The one place where failures of ours end. A step that throws is skipped: its fallback stands, the failure is counted and
 * logged once, and the call goes on as if the step did not exist.
 */
public final class Guard {
    private final Failures failures;

    /** Where failures are counted and logged. */
    @FunctionalInterface
    public interface Failures {
        /**
         * A step failed.
         *
         * @param step its name
         * @param cause what it threw
         */
        void note(String step, Throwable cause);
    }

    /**
     * Guards steps.
     *
     * @param failures where failures are counted and logged
     */
    public Guard(Failures failures) {
        this.failures = failures;
    }

    /**
     * Runs a step that yields something.
     *
     * @param step its name
     * @param fallback what stands if it fails
     * @param body the step
     * @param <T> what it yields
     * @return what the step yields, or the fallback
     */
    public <T> T run(String step, T fallback, Supplier<T> body) {
        try {
            return Objects.requireNonNull(body.get()); // nonsense is a failure too
        } catch (Throwable cause) { // even an Error of ours must not become the application's
            note(step, cause);
            return fallback;
        }
    }

    /**
     * Runs a step.
     *
     * @param step its name
     * @param body the step
     */
    public void run(String step, Runnable body) {
        run(step, Boolean.FALSE, () -> {
            body.run();
            return Boolean.TRUE;
        });
    }

    private void note(String step, Throwable cause) {
        try {
            failures.note(step, cause);
        } catch (Throwable ignored) {
            // nothing is left to tell it to
        }
    }
}
