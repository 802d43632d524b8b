// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.Caller;
import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The calling application in a JVM of its own, against a simulator; each method returns the application itself. */
final class Application {
    private final Jvm jvm;

    private Application(Jvm jvm) {
        this.jvm = jvm;
    }

    static Application at(Simulator simulator) {
        return at(simulator, Jdk.current());
    }

    static Application at(Simulator simulator, Jdk jdk) {
        return new Application(Jvm.of(jdk)
                .applicationClassPath()
                .variable("OPENAI_BASE_URL", simulator.baseUrl() + "/v1")
                .variable("OPENAI_API_KEY", "sk-secret-of-openai")
                .variable("ANTHROPIC_BASE_URL", simulator.baseUrl())
                .variable("ANTHROPIC_API_KEY", "sk-ant-secret"));
    }

    /** Attaches the packaged agent with these settings, {@code version} and the simulator's host apart. */
    Application withAgent(String settings) {
        jvm.withAgent(file("version: 1\nhosts: [{match: 127.0.0.1, allows: all}]\n" + settings));
        return this;
    }

    /** Attaches another jar than the packaged one. */
    Application withAgent(Path jar, String settings) {
        jvm.flag("-javaagent:" + jar + "=" + file("version: 1\nhosts: [{match: 127.0.0.1, allows: all}]\n" + settings));
        return this;
    }

    Application property(String name, String value) {
        jvm.property(name, value);
        return this;
    }

    Application flag(String flag) {
        jvm.flag(flag);
        return this;
    }

    Application tellingTo(String endpoint) {
        jvm.variable("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
        return this;
    }

    /** Makes calls, one of each kind if none is named. */
    Jvm.Run call(Kind... kinds) {
        return jvm.run(Caller.class, Stream.of(kinds).map(Kind::name).toArray(String[]::new))
                .expectSuccess();
    }

    /** Runs another program of the application's. */
    Jvm.Run run(Class<?> main, String... arguments) {
        return jvm.run(main, arguments).expectSuccess();
    }

    private static String file(String settings) {
        try {
            Path file = Files.createTempFile("parsimony", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, settings, StandardCharsets.UTF_8).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
