// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.hosted.PlainDesk;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import io.quarkus.bootstrap.runner.SerializedApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application laid out as Quarkus's build lays out a {@code fast-jar}, started by Quarkus's own entry point in its own
 * runner's class loader. What Quarkus's build generates into an application is not there.
 */
class QuarkusIT {
    @TempDir
    private Path root;

    @Test
    void isEnteredInTheRunnersClassLoader() throws IOException {
        layOut();
        try (Site site = new Site()) {
            Jvm.Run run = site.jvm(Jdk.current())
                    .classPath(new Libraries(jarsIn("lib", "boot")).classPath())
                    .run(QuarkusEntryPoint.class)
                    .expectSuccess();

            assertThat(run.out()).contains("chat: ", "messageStream: ");
            assertThat(run.err())
                    .containsPattern("openai-java 4\\S+ \\(openai-java-core-4\\S+\\.jar\\) instrumented")
                    .containsPattern("anthropic-java 3\\S+ \\(anthropic-java-core-3\\S+\\.jar\\) instrumented");
            assertThat(site.callSites()).containsExactlyInAnyOrderElementsOf(Site.EVERYTHING);
        }
    }

    private void layOut() throws IOException {
        copy(runner(), Files.createDirectories(root.resolve(Path.of("lib", "boot"))));
        copy(Libraries.ofSdks(), Files.createDirectories(root.resolve(Path.of("lib", "main"))));
        List<Path> classPath = new ArrayList<>(jarsIn("lib", "main"));
        classPath.add(ApplicationJar.in(Files.createDirectories(root.resolve("app"))));
        Path plan = Files.createDirectories(root.resolve("quarkus")).resolve("quarkus-application.dat");
        try (OutputStream out = Files.newOutputStream(plan)) {
            SerializedApplication.write(out, PlainDesk.class.getName(), root, classPath, List.of());
        }
    }

    private static Libraries runner() {
        return Libraries.named(
                "quarkus-bootstrap-runner",
                "quarkus-classloader-commons",
                "jboss-logmanager",
                "jboss-logging",
                "crac",
                "smallrye-common-constraint",
                "smallrye-common-cpu",
                "smallrye-common-expression",
                "smallrye-common-function",
                "smallrye-common-io",
                "smallrye-common-net",
                "smallrye-common-os",
                "smallrye-common-ref");
    }

    private static void copy(Libraries libraries, Path directory) throws IOException {
        for (Path jar : libraries.jars()) {
            Files.copy(jar, directory.resolve(jar.getFileName()));
        }
    }

    private List<Path> jarsIn(String... names) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(Path.of("", names)))) {
            return files.sorted().toList();
        }
    }
}
