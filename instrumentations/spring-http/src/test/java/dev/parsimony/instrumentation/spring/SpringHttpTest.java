// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring;

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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.retry.RetryTemplate;

class SpringHttpTest {
    private static final String BESIDE = " beside org/springframework/ai/model/ModelRequest";

    @Test
    void isFoundAsServices() {
        assertThat(ServiceLoader.load(Instrumentation.class))
                .hasExactlyElementsOfTypes(SpringWeb.class, SpringWebFlux.class, SpringRetry.class, CoreRetry.class);
    }

    @Test
    void isWaitedForBehindTheDoorsOfSpringsClientsAndWhereSpringAiRetriesAboveThem() throws IOException {
        Stream<String> woven = StreamSupport.stream(
                        ServiceLoader.load(Instrumentation.class).spliterator(), false)
                .flatMap(instrumentation -> instrumentation.weaves().stream())
                .map(Weave::method)
                .map(method -> method.owner().replace('.', '/'))
                .map(owner -> owner + (owner.endsWith("RetryTemplate") ? BESIDE : " behind a door"));

        assertThat(targets().lines().filter(line -> !line.contains(" door create")))
                .containsExactlyInAnyOrderElementsOf(woven.toList());
    }

    /** The first, one between, and the last. */
    static List<File> jars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "versions"))) {
            return jars.map(Path::toFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void fits(File jar) throws IOException {
        Instrumentation instrumentation =
                jar.getName().startsWith("spring-webflux") ? new SpringWebFlux() : new SpringWeb();

        assertThat(FitCheck.missingIn(jar, instrumentation)).isEmpty();
    }

    @Test
    void fitsTheRetriesOfSpringItselfAndOfItsForerunner() throws Exception {
        assertThat(FitCheck.missingIn(jar(RetryTemplate.class), new CoreRetry()))
                .isEmpty();
        assertThat(FitCheck.missingIn(jar(org.springframework.retry.support.RetryTemplate.class), new SpringRetry()))
                .isEmpty();
    }

    private static File jar(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String targets() throws IOException {
        try (InputStream file = Objects.requireNonNull(SpringWeb.class.getResourceAsStream("/parsimony/targets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
