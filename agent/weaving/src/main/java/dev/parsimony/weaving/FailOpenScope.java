// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;

/**
 * The scope of a send, whose failures are told and then forgotten. It runs code of the application, the store of its current
 * context, and what that throws must not cost the application the response.
 *
 * @param scope what the passage opened
 * @param log where a failure is told
 */
record FailOpenScope(Scope scope, Log log) implements Scope {
    /** Opens the span of a call on this thread. */
    static Scope of(Passage passage, Log log) {
        try {
            return new FailOpenScope(passage.enter(), log);
        } catch (Throwable cause) {
            warn(log, "entered", cause);
            return Scope.none();
        }
    }

    @Override
    public void close() {
        try {
            scope.close();
        } catch (Throwable cause) {
            warn(log, "left", cause);
        }
    }

    private static void warn(Log log, String done, Throwable cause) {
        log.warn(
                "scope",
                "the span of a call cannot be " + done + ": " + cause.getClass().getName());
    }
}
