// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A version of an SDK with all it needs, as Maven resolves it: from its repository on this machine where it has it. */
final class Resolved {
    private static final int MINUTES = 5;

    private Resolved() {}

    /**
     * The jars of a version.
     *
     * @return a directory under {@code target}
     * @throws IOException if Maven cannot be run
     */
    static Path libraries(Sdk sdk, Release release) throws IOException, InterruptedException {
        Path directory =
                Path.of("target", "matrix", sdk.toString(), release + "-" + Integer.toHexString(release.hashCode()));
        Path libraries = directory.resolve("libraries");
        if (!Files.isDirectory(libraries)) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("pom.xml"), pom(sdk, release), StandardCharsets.UTF_8);
            resolve(directory);
        }
        return libraries;
    }

    private static void resolve(Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("maven.log");
        Process maven = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-B",
                        "-q",
                        "-f",
                        directory.resolve("pom.xml").toString(),
                        "dependency:copy-dependencies",
                        "-DincludeScope=runtime",
                        "-DoutputDirectory=libraries")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(maven.exitValue()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return String.valueOf(unreadable);
        }
    }

    private static String pom(Sdk sdk, Release release) {
        String dependencies = release.libraries().stream()
                .map(library -> library.split(":"))
                .map(parts -> """
                    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>
                    """.formatted(parts[0], parts[1], parts[2]))
                .collect(Collectors.joining());
        return """
            <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>dev.parsimony.matrix</groupId>
            <artifactId>%s</artifactId>
            <version>%s</version>
            <dependencies>
            %s</dependencies>
            </project>
            """.formatted(sdk, release, dependencies);
    }
}
