// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.Caller;
import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.File;
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

    /** In the usual surroundings. */
    static Application at(Simulator simulator) {
        return at(simulator, Surroundings.usual());
    }

    static Application at(Simulator simulator, Surroundings surroundings) {
        Jvm jvm = Jvm.of(surroundings.jdk()).applicationClassPath().quickToStart();
        if (surroundings.sdks() == Surroundings.Sdks.OLDEST) {
            jvm.withLibrariesIn(Path.of("target", "oldest"));
        }
        return of(jvm, simulator);
    }

    /**
     * One of the applications that have a class path of their own.
     *
     * @param name its directory among the callers
     */
    static Application ofCaller(Simulator simulator, String name) {
        Path built = Path.of("..", "callers", name, "target");
        String classPath = built.resolve("classes") + File.pathSeparator + built.resolve("libraries/*");
        return of(simulator, Jdk.current(), classPath);
    }

    /** One with this class path. */
    static Application of(Simulator simulator, Jdk jdk, String classPath) {
        return of(Jvm.of(jdk).classPath(classPath).quickToStart(), simulator);
    }

    private static Application of(Jvm jvm, Simulator simulator) {
        return new Application(jvm.variable("OPENAI_BASE_URL", simulator.baseUrl() + "/v1")
                .variable("OPENAI_API_KEY", "sk-secret-of-openai")
                .variable("ANTHROPIC_BASE_URL", simulator.baseUrl())
                .variable("OLLAMA_BASE_URL", simulator.baseUrl())
                // by another name than the settings know, since Mistral refuses what others allow
                .variable("MISTRAL_BASE_URL", "http://localhost:" + simulator.port() + "/mistral/v1")
                .variable("ANTHROPIC_API_KEY", "sk-ant-secret")
                .variable("AZURE_OPENAI_ENDPOINT", simulator.baseUrl())
                .variable("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", simulator.baseUrl())
                .variable("GOOGLE_GEMINI_BASE_URL", simulator.baseUrl())
                .variable("GEMINI_API_KEY", "AIza-secret-of-google"));
    }

    /** Attaches the packaged agent with a settings file that the test writes itself. */
    Application withAgent(Path settings) {
        jvm.withAgent(settings.toString());
        return this;
    }

    /** Attaches the packaged agent with these settings, {@code version} and the simulator's host apart. */
    Application withAgent(String settings) {
        jvm.withAgent(file(whole(settings)));
        return this;
    }

    /** Attaches another jar than the packaged one. */
    Application withAgent(Path jar, String settings) {
        jvm.flag("-javaagent:" + jar + "=" + file(whole(settings)));
        return this;
    }

    /**
     * Puts other versions of libraries on the class path.
     *
     * @param directory under {@code target}
     * @param others names of libraries that they take the place of, beside those of their own name
     */
    Application withLibraries(String directory, String... others) {
        jvm.withoutLibraries(others).withLibrariesIn(Path.of("target", directory));
        return this;
    }

    Application property(String name, String value) {
        jvm.property(name, value);
        return this;
    }

    Application variable(String name, String value) {
        jvm.variable(name, value);
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

    /** Runs a program of the application's that is not on the test's own class path. */
    Jvm.Run run(String main, String... arguments) {
        return jvm.run(main, arguments).expectSuccess();
    }

    /** Settings with what every file here begins with: the version, and the simulator's host as one that allows all. */
    static String whole(String settings) {
        return "version: 1\nhosts: [{match: 127.0.0.1, allows: all}]\n" + settings;
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
