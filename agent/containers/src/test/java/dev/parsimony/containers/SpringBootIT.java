// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.hosted.BootDesk;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application in one jar, with the SDKs in jars inside it, which Spring Boot's own loader reads. */
class SpringBootIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-3", "spring-boot-4"})
    void isEnteredInsideItsJar(String version) throws IOException {
        try (Site site = new Site()) {
            Jvm.Run run = site.jvm(Jdk.current())
                    .run("-jar", packed(version).toString())
                    .expectSuccess();

            assertThat(run.out()).contains("chat: ", "messageStream: ");
            assertThat(run.err())
                    .containsPattern("openai-java 4\\S+ \\(openai-java-core-4\\S+\\.jar\\) instrumented")
                    .containsPattern("anthropic-java 3\\S+ \\(anthropic-java-core-3\\S+\\.jar\\) instrumented");
            assertThat(site.callSites()).containsExactlyInAnyOrderElementsOf(Site.EVERYTHING);
        }
    }

    private Path packed(String version) throws IOException {
        Path own = ApplicationJar.in(directory);
        Path whole = directory.resolve("service.jar");
        Stream<Path> inside = Libraries.ofSdks().with(Libraries.in(version)).jars().stream();
        Jvm.current()
                .quickToStart()
                .classPath(packer(version).classPath())
                .run(Packer.class, arguments(own, whole, inside))
                .expectSuccess();
        return whole;
    }

    private static Libraries packer(String version) {
        return Libraries.named("commons-compress", "commons-codec", "commons-io", "commons-lang3")
                .with(Libraries.in(version))
                .with(Libraries.in(version + "-packer"))
                .behind(Path.of("target", "test-classes"));
    }

    private static String[] arguments(Path own, Path whole, Stream<Path> inside) {
        return Stream.concat(Stream.of(BootDesk.class.getName(), own, whole), inside)
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
