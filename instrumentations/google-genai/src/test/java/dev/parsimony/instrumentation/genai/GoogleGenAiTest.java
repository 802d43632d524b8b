// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.Client;
import dev.parsimony.weaving.FitCheck;
import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Weave;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoogleGenAiTest {
    private final GoogleGenAi sdk = new GoogleGenAi();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Instrumentation.class)).hasExactlyElementsOfTypes(GoogleGenAi.class);
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
        File jar = new File(
                Client.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        assertThat(FitCheck.missingIn(jar, sdk)).isEmpty();
    }

    @Test
    void fitsTheOldestThatSendsWithOkHttpThoughItHasNoAsynchronousMethod() throws IOException {
        assertThat(FitCheck.missingIn(version("1.8.0"), sdk)).isEmpty();
    }

    @Test
    void leavesAloneWhatSendsWithAnotherClientAndSaysWhy() throws IOException {
        assertThat(FitCheck.missingIn(version("1.7.0"), sdk))
                .map(Object::toString)
                .hasValue("ApiResponse.getBody()");
    }

    private static File version(String number) {
        return Path.of("target", "versions", "google-genai-" + number + ".jar").toFile();
    }

    private static String targets() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(GoogleGenAi.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
