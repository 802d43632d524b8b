// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Is our jar still ours? An application that packs its dependencies into one jar may have swallowed the agent; its classes
 * then win over those of the jar named by {@code -javaagent} and miss everything that was packed beside them.
 */
final class SwallowedJarCheck implements StartupCheck {
    private final AgentJar jar;

    SwallowedJarCheck(AgentJar jar) {
        this.jar = jar;
    }

    @Override
    public @Nullable Objection objection() {
        return isOurs()
                ? null
                : Objection.saying("its classes were found inside " + jar.file()
                        + ", which is not the agent's jar; leave the agent out of the application's own jar");
    }

    private boolean isOurs() {
        try {
            return Premain.class.getName().equals(jar.premainClass());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
