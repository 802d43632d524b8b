// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.weaving.FitCheck;
import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Weave;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenAiJavaTest {
    private final OpenAiJava sdk = new OpenAiJava();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Instrumentation.class)).hasExactlyElementsOfTypes(OpenAiJava.class);
    }

    @Test
    void isWaitedForByTheNamesOfTheClassesItWeaves() throws IOException {
        Stream<String> woven = sdk.weaves().stream()
                .map(Weave::method)
                .map(method -> method.owner().replace('.', '/'))
                .distinct();

        assertThat(targets().lines()).containsExactlyInAnyOrderElementsOf(woven.toList());
    }

    @Test
    void fitsTheNewestVersion() throws Exception {
        File jar = new File(Class.forName("com.openai.core.ClientOptions")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(FitCheck.missingIn(jar, sdk)).isEmpty();
    }

    private static String targets() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OpenAiJava.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
