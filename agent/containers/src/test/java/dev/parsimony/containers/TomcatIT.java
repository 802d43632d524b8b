// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.hosted.House;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three web applications in one Tomcat, each with an SDK of its own: one of them is deployed twenty times over, and one is a
 * packed .war that sends by OkHttp.
 */
class TomcatIT {
    private static final int TIMES = 20;
    private static final Libraries TRACING = Libraries.named(
            "opentelemetry-sdk",
            "opentelemetry-sdk-common",
            "opentelemetry-sdk-trace",
            "opentelemetry-sdk-metrics",
            "opentelemetry-sdk-logs");

    @TempDir
    private Path directory;

    @Test
    void entersEachSdkAndLetsGoOfTheApplicationsThatAreUndeployed() throws IOException {
        goesWell(Jdk.current(), "quiet");
    }

    @Tag("matrix")
    @ParameterizedTest
    @MethodSource("jdks")
    void doesSoOnEveryJdkUnderTracing(Jdk jdk) throws IOException {
        goesWell(jdk, "traced");
    }

    static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    private void goesWell(Jdk jdk, String parameter) throws IOException {
        try (Site site = new Site()) {
            Jvm.Run run = deployedAgainAndAgain(site.jvm(jdk), parameter);

            assertThat(run.err())
                    .containsPattern("openai-java 1.1.0 \\(openai-java-core-1.1.0.jar\\) instrumented")
                    .containsPattern("openai-java 4\\S+ \\(openai-java-core-4\\S+\\.jar\\) instrumented");
            assertThat(run.out()).contains("alive: 0\n").containsPattern("(?m)^packed: .*; \\d+ events; later; $");
            assertThat(run.out().lines().filter(line -> line.startsWith("thread: parsimony")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("daemon true"))
                    .noneMatch(line -> line.contains("context ParallelWebappClassLoader"));
            assertThat(site.callSites())
                    .hasSizeGreaterThanOrEqualTo(3 * 3)
                    .allMatch(place -> place.startsWith("com.acme.hosted.Reception."));
        }
    }

    private Jvm.Run deployedAgainAndAgain(Jvm jvm, String parameter) throws IOException {
        Path old = new WebApplication(
                        directory.resolve("old"), Libraries.ofSdks().with(Libraries.in("oldest")))
                .unpacked();
        Path now =
                new WebApplication(directory.resolve("new"), Libraries.ofSdks().with(TRACING)).unpacked();
        Path packed = new WebApplication(directory.resolve("packed"), Libraries.ofSdks()).packed();
        return jvm.flag("-XX:SoftRefLRUPolicyMSPerMB=0") // Jackson keeps buffers in threads, softly
                .flag("--add-opens=java.base/java.lang=ALL-UNNAMED") // as Tomcat's own scripts have it
                .flag("--add-opens=java.base/java.util=ALL-UNNAMED")
                .classPath(Libraries.named("tomcat-embed-core", "tomcat-annotations-api")
                        .behind(ApplicationJar.in(directory))
                        .classPath())
                .run(House.class, old.toString(), now.toString(), Integer.toString(TIMES), parameter, packed.toString())
                .expectSuccess();
    }
}
