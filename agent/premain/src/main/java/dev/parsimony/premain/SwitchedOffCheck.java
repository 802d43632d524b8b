// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import org.jspecify.annotations.Nullable;

/** Has the user switched the agent off for this JVM? Then nothing is transformed and nothing is said. */
final class SwitchedOffCheck implements StartupCheck {
    private final @Nullable String value;

    /**
     * @param property the system property {@code parsimony.enabled}, which wins
     * @param variable the environment variable {@code PARSIMONY_ENABLED}
     */
    SwitchedOffCheck(@Nullable String property, @Nullable String variable) {
        this.value = property == null ? variable : property;
    }

    @Override
    public @Nullable Objection objection() {
        return "false".equalsIgnoreCase(value) || "off".equalsIgnoreCase(value) ? Objection.SILENT : null;
    }
}
