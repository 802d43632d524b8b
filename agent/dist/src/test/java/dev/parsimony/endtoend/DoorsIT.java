// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Neighbourhood;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application pays that has HTTP clients, until it calls a model with one. */
class DoorsIT {
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
