// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Answer;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.AgentJar;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the packaged agent gets into a JVM, and how it stays out of one. */
class LoadingIT {
    private static final String CLASSES = "-Xlog:class+load:stdout";

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<Jdk> jdks() {
        return Stream.of(Jdk.current(), Jdk.newest()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void loadsNoneOfItsLibrariesIntoAPlainApplication(Jdk jdk) {
        Jvm.Run run = Jvm.of(jdk)
                .withAgent("")
                .flag(CLASSES)
                .applicationClassPath()
                .run(Greeting.class)
                .expectSuccess();

        assertThat(run.out()).contains("hello");
        assertThat(ofOurJar(run)).isNotEmpty().allMatch(line -> line.contains(" dev.parsimony.premain."));
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void worksWhereUnsafeMemoryAccessIsDenied(Jdk jdk) {
        simulator.script().add(Answer.text("In the post."));
        Jvm jvm = Jvm.of(jdk).withAgent("").applicationClassPath();
        if (jdk.feature() >= 24) {
            jvm.flag("--sun-misc-unsafe-memory-access=deny");
        }

        Jvm.Run run = jvm.run(Question.class, simulator.baseUrl()).expectSuccess();

        assertThat(run.out()).isEqualTo("In the post." + System.lineSeparator());
        assertThat(run.err()).contains("openai-java", "instrumented").doesNotContain("Unsafe");
    }

    @Test
    void leavesLoggingToTheApplication() {
        Jvm.Run run = Jvm.current()
                .withAgent("")
                .flag(CLASSES)
                .applicationClassPath()
                .run(FirstSdkClass.class)
                .expectSuccess();

        assertThat(run.err()).contains("openai-java");
        assertThat(run.out().lines())
                .noneMatch(line -> line.contains(" java.util.logging.LogManager$RootLogger "))
                .noneMatch(line -> line.contains(" java.util.logging.Logger "));
    }

    @Test
    void keepsTheBootClassPathAndWithItClassDataSharing() {
        Jvm.Run run = Jvm.current()
                .withAgent("")
                .flag(CLASSES)
                .applicationClassPath()
                .run(FirstSdkClass.class)
                .expectSuccess();

        assertThat(run.out() + run.err()).doesNotContain("Sharing is only supported");
        assertThat(run.out().lines())
                .filteredOn(line -> line.contains("ParsimonyDispatcher"))
                .hasSize(1);
    }

    @Test
    void transformsNothingWhereItIsSwitchedOff() {
        for (Jvm jvm : List.of(
                Jvm.current().property("parsimony.enabled", "false"),
                Jvm.current().variable("PARSIMONY_ENABLED", "false"))) {
            Jvm.Run run = jvm.withAgent("")
                    .flag(CLASSES)
                    .applicationClassPath()
                    .run(FirstSdkClass.class)
                    .expectSuccess();

            assertThat(run.out()).doesNotContain("LazyTransformer", "ParsimonyDispatcher");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void staysOutOfItsOwnCommandLine() {
        Jvm.Run run = Jvm.current()
                .variable("JAVA_TOOL_OPTIONS", "-javaagent:" + AgentJar.path())
                .flag(CLASSES)
                .run("-jar", AgentJar.path().toString(), "version")
                .expectSuccess();

        assertThat(run.out()).doesNotContain("LazyTransformer");
    }

    @Test
    void saysThatItIsNamedTwiceAndWorksOnce() {
        Jvm.Run run = Jvm.current()
                .withAgent("")
                .withAgent("")
                .applicationClassPath()
                .run(FirstSdkClass.class)
                .expectSuccess();

        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("attached to this JVM already"))
                .hasSize(1);
        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("openai-java"))
                .hasSize(1);
    }

    private static List<String> ofOurJar(Jvm.Run run) {
        return run.out()
                .lines()
                .filter(line -> line.contains("source:") && line.contains("parsimony-agent.jar"))
                .toList();
    }
}
