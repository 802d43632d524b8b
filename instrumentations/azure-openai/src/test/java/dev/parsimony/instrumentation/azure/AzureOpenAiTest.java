// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipeline;
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

class AzureOpenAiTest {
    private final AzureOpenAi sdk = new AzureOpenAi();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Instrumentation.class)).hasExactlyElementsOfTypes(AzureOpenAi.class);
    }

    @Test
    void isWaitedForByTheNamesOfTheClassesItWeavesBesideThoseOfAzureOpenAi() throws IOException {
        String beside = "com/azure/ai/openai/OpenAIClient";
        Stream<String> woven = sdk.weaves().stream()
                .map(Weave::method)
                .map(method -> method.owner().replace('.', '/') + " beside " + beside)
                .distinct();

        assertThat(targets().lines()).containsExactlyInAnyOrderElementsOf(woven.toList());
    }

    @Test
    void fitsTheCoreItIsCompiledAgainst() throws Exception {
        File jar = new File(HttpPipeline.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(FitCheck.missingIn(jar, sdk)).isEmpty();
    }

    private static String targets() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AzureOpenAi.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
