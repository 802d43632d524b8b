// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.sample;

import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One run of the support desk, in a JVM of its own. */
final class Morning {
    private static final String APPLICATION = "com.acme.support.SupportDesk";

    private final Jvm jvm = Jvm.current().classPath(classPath());

    /** Where the desk finds its providers and keys. */
    Morning at(Map<String, String> providers) {
        providers.forEach(jvm::variable);
        return this;
    }

    /**
     * Attaches the agent.
     *
     * @param settings its settings file
     * @param collector where it tells what it saw
     */
    Morning withAgent(Path settings, String collector) {
        jvm.withAgent(settings.toAbsolutePath().toString())
                .variable("OTEL_SERVICE_NAME", "support-desk")
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
        return this;
    }

    /** Sets a property of the agent. */
    Morning with(String property, String value) {
        jvm.property(property, value);
        return this;
    }

    /** Runs it. */
    Jvm.Run run() {
        return jvm.run(APPLICATION).expectSuccess();
    }

    /** What the application itself needs, and nothing of ours. */
    private static String classPath() {
        try {
            String libraries = Files.readString(Path.of("target", "application.classpath"), StandardCharsets.UTF_8);
            return Path.of("target", "classes") + System.getProperty("path.separator") + libraries.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("run it by `mvn -Psample`, which writes the class path", e);
        }
    }
}
