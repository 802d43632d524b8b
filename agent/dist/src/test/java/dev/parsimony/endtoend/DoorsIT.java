// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Neighbourhood;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application pays that has HTTP clients, until it calls a model with one. */
class DoorsIT {
    private static final Path SPRING = Path.of("..", "callers", "spring-ai-1.1", "target");

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<Jdk> jdks() {
        return Stream.of(Jdk.current(), Jdk.newest()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void buildsNoAgentForAnApplicationThatCallsNoModel(Jdk jdk) {
        String bare = run(all(Jvm.of(jdk))).out();

        Jvm.Run run = run(all(Jvm.of(jdk).withAgent("").flag("-Xlog:class+load:stdout")));

        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("parsimony-agent.jar"))
                .anyMatch(line -> line.contains(" dev.parsimony.doors."))
                .allMatch(line -> line.contains(" dev.parsimony.doors.") || line.contains(" dev.parsimony.premain."));
        assertThat(run.out().lines()).containsAll(bare.lines().toList());
        assertThat(run.err()).doesNotContain("parsimony");
    }

    @ParameterizedTest
    @EnumSource
    void seesTheVeryCallThatItIsBuiltFor(Neighbourhood client) {
        assertThat(spansOf(client.name(), client.name())).isEqualTo(2);
    }

    @Test
    void buildsNoAgentForAnApplicationOnSpringThatCallsNoModel() {
        Jvm.Run run = spring(Jvm.current().withAgent("").flag("-Xlog:class+load:stdout"));

        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("parsimony-agent.jar"))
                .anyMatch(line -> line.contains(" dev.parsimony.doors."))
                .allMatch(line -> line.contains(" dev.parsimony.doors.") || line.contains(" dev.parsimony.premain."));
        assertThat(run.err()).doesNotContain("parsimony");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REST_TEMPLATE", "REST_CLIENT", "WEB_CLIENT"})
    void seesTheVeryCallThatComesOverAClientOfSprings(String client) {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm agent = Jvm.current().withAgent("").variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());

            Jvm.Run run = spring(agent, client, client);

            assertThat(run.err()).contains("parsimony: spring-web");
            assertThat(run.out()).contains(client + " {");
            assertThat(collector.spans()).hasSize(2);
        }
    }

    /** The application on Spring, without Spring AI. */
    private Jvm.Run spring(Jvm jvm, String... calls) {
        String classPath = SPRING.resolve("classes") + File.pathSeparator + withoutSpringAi();
        return jvm.classPath(classPath)
                .quickToStart()
                .run(
                        "com.acme.caller.Springs",
                        Stream.concat(Stream.of(simulator.baseUrl() + "/v1"), Stream.of(calls))
                                .toArray(String[]::new))
                .expectSuccess();
    }

    private static String withoutSpringAi() {
        File[] libraries =
                Objects.requireNonNull(SPRING.resolve("libraries").toFile().listFiles());
        return Stream.of(libraries)
                .map(File::toString)
                .filter(jar -> !new File(jar).getName().startsWith("spring-ai"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void seesCallsOfClientsThatWereLoadedBeforeAnSdkWas() {
        assertThat(spansOf("sdk", "OKHTTP", "APACHE", "JDK")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"OKHTTP", "JDK"})
    void tellsAnOpenTelemetryThatTheApplicationBuiltBeforeItWasAwake(Neighbourhood client) {
        String withoutSdks = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> entry.matches(
                        ".*(test-classes/?|(okhttp|okio|kotlin|http(client|core)5|slf4j|opentelemetry)[^/]*jar)"))
                .collect(Collectors.joining(File.pathSeparator));

        Jvm.Run run = run(Jvm.current().withAgent("").classPath(withoutSdks).quickToStart(), "traced", client.name());

        assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("span "))
                .containsExactly("span dev.parsimony: chat gpt-4.1", "span com.acme: traced");
    }

    private int spansOf(String... doings) {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            run(all(Jvm.current().withAgent("").variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint())), doings);
            return collector.spans().size();
        }
    }

    private Jvm.Run run(Jvm jvm, String... doings) {
        return jvm.run(
                        Neighbourhood.class,
                        Stream.concat(Stream.of(simulator.baseUrl()), Stream.of(doings))
                                .toArray(String[]::new))
                .expectSuccess();
    }

    private static Jvm all(Jvm jvm) {
        return jvm.applicationClassPath().quickToStart();
    }
}
