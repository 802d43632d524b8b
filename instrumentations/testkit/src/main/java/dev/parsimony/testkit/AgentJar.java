// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged agent. */
public final class AgentJar {
    private static final String PROPERTY = "parsimony.agent.jar";
    private static final Path BUILT = Path.of("agent", "dist", "target", "parsimony-agent.jar");

    private AgentJar() {}

    /**
     * Where it is: as {@code -Dparsimony.agent.jar} says, else where the build puts it, seen from here or from a directory above.
     *
     * @throws IllegalStateException if it has not been built
     */
    public static Path path() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return existing(Path.of(named));
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve(BUILT))) {
                return here.resolve(BUILT);
            }
        }
        return existing(BUILT);
    }

    private static Path existing(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there: build it with `mvn -Pquick package`");
        }
        return jar;
    }
}
