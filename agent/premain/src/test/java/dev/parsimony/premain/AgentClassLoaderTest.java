// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
    @TempDir
    Path directory = Path.of("");

    private AgentClassLoader loader;

    @BeforeEach
    void packAgent() throws Exception {
        Path jar = Jars.write(
                directory.resolve("agent.jar"),
                Premain.class.getName(),
                Map.of(
                        "inst/dev/parsimony/premain/Objection.classdata", Jars.classFile(Objection.class),
                        "inst/META-INF/services/com.acme.Service", Jars.text("com.acme.Ours"),
                        "outside.txt", Jars.text("not for the loader")));
        loader = (AgentClassLoader) AgentClassLoader.of(new AgentJar(jar.toFile()));
    }

    @Test
    void definesItsOwnCopyOfAClassPackedAsData() throws Exception {
        Class<?> copy = loader.loadClass(Objection.class.getName());

        assertThat(copy.getClassLoader()).isSameAs(loader);
        assertThat(copy).isNotSameAs(Objection.class);
        assertThat(copy.getPackage().getName()).isEqualTo("dev.parsimony.premain");
        assertThat(copy.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith("agent.jar");
    }

    @Test
    void seesNoClassOfTheApplication() {
        assertThatThrownBy(() -> loader.loadClass(Test.class.getName())).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void seesThePlatform() throws Exception {
        assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
        assertThat(loader.getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
    }

    @Test
    void findsServiceFilesAsUrlsForServiceLoader() throws IOException {
        URL url = Collections.list(loader.getResources("META-INF/services/com.acme.Service"))
                .get(0);

        try (InputStream in = url.openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("com.acme.Ours");
        }
    }

    @Test
    void givesTheBytesOfAClassUnderItsUsualName() throws IOException {
        try (InputStream in = loader.getResourceAsStream("dev/parsimony/premain/Objection.class")) {
            assertThat(in).hasBinaryContent(Jars.classFile(Objection.class));
        }
    }

    @Test
    void hidesWhatLiesOutsideItsFolder() throws IOException {
        assertThat(loader.getResource("outside.txt")).isNull();
        assertThat(loader.getResourceAsStream("outside.txt")).isNull();
        assertThat(loader.getResources("outside.txt").hasMoreElements()).isFalse();
    }

    @Test
    void loadsClassesInParallel() {
        assertThat(loader.isRegisteredAsParallelCapable()).isTrue();
    }
}
