// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.weaving.FitCheck;
import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Weave;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OkHttpTest {
    private final OkHttp okHttp = new OkHttp();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Instrumentation.class)).hasExactlyElementsOfTypes(OkHttp.class);
    }

    @Test
    void isWovenBehindItsDoor() throws IOException {
        Stream<String> woven = Stream.concat(
                        okHttp.weaves().stream(), okHttp.alternatives().stream().flatMap(List::stream))
                .map(Weave::method)
                .map(method -> method.owner().replace('.', '/') + " behind a door")
                .distinct();
        Stream<String> door = Stream.of("okhttp3/OkHttpClient door newCall okhttp3/Request method url.encodedPath");

        assertThat(targets().lines())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(door, woven).toList());
    }

    /** The first of each line that is laid out in its own way, and the last. */
    static List<File> jars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "versions"))) {
            return jars.map(Path::toFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void fits(File jar) throws IOException {
        assertThat(FitCheck.missingIn(jar, okHttp)).isEmpty();
    }

    private static String targets() throws IOException {
        try (InputStream file = Objects.requireNonNull(OkHttp.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
