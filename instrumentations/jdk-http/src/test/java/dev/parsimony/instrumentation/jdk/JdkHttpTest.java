// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parsimony.weaving.Weave;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdkHttpTest {
    private final JdkHttp client = new JdkHttp();

    @Test
    void isWovenBehindItsDoor() throws IOException {
        List<String> lines = new ArrayList<>(client.weaves().stream()
                .map(Weave::method)
                .map(method -> method.owner().replace('.', '/') + " behind a door")
                .distinct()
                .toList());
        Stream.of("send", "sendAsync")
                .map(method -> "jdk/internal/net/http/HttpClientFacade door " + method
                        + " java/net/http/HttpRequest method uri.getRawPath")
                .forEach(lines::add);

        assertThat(targets().lines()).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void knowsTheClientOfTheJdkThatRunsThis() {
        for (Weave weave : client.weaves()) {
            assertThatCode(() -> Class.forName(weave.method().owner())
                            .getDeclaredMethod(
                                    weave.method().method(),
                                    weave.method().parameters().stream()
                                            .map(JdkHttpTest::named)
                                            .toArray(Class<?>[]::new)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> Class.forName(weave.method().owner()).getDeclaredField("facadeRef"))
                    .doesNotThrowAnyException();
        }
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static String targets() throws IOException {
        try (InputStream file = Objects.requireNonNull(JdkHttp.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
