// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.weaving.FitCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version that the build's table names has all that the seam relies on. */
@Tag("matrix")
class FitMatrixTest {
    static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "versions"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void fits(Path jar) throws IOException {
        StainlessSdk sdk = Edition.sdks().stream()
                .filter(known -> jar.getFileName().toString().startsWith(known.name() + "-core-"))
                .findFirst()
                .orElseThrow();

        assertThat(FitCheck.missingIn(jar.toFile(), sdk)).isEmpty();
    }
}
