// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import org.jspecify.annotations.Nullable;

/** Is a security manager at work? We ask it for nothing and so could not live under its policy; Java 24 removed it (JEP 486). */
final class SecurityManagerCheck implements StartupCheck {
    @Override
    @SuppressWarnings("removal")
    public @Nullable Objection objection() {
        if (System.getSecurityManager() == null) {
            return null;
        }
        return Objection.saying("does not run under a security manager; the application runs without it."
                + " Remove -Djava.security.manager to use it");
    }
}
