// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Weave;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BedrockRuntimeTest {
    private final BedrockRuntime sdk = new BedrockRuntime();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(Instrumentation.class)).hasExactlyElementsOfTypes(BedrockRuntime.class);
    }

    @Test
    void isWaitedForByTheNamesOfTheClassesItWeavesBesideBedrocksOwn() throws IOException {
        String beside = sdk.requires().get(0).owner().replace('.', '/');
        Stream<String> woven = sdk.weaves().stream()
                .map(Weave::method)
                .map(method -> method.owner().replace('.', '/') + " beside " + beside);

        assertThat(targets().lines()).containsExactlyInAnyOrderElementsOf(woven.toList());
    }

    private static String targets() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(BedrockRuntime.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
