// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which libraries a JVM loads for its settings. */
class LoadedClassesTest {
    private static final String YAML = "org.snakeyaml.engine";
    private static final String EXPRESSIONS = "com.google.re2j";

    /** A JVM that reads its settings and looks for changes once. */
    static final class ReadsSettings {
        private ReadsSettings() {}

        /** Reads the settings in a file, or none. */
        public static void main(String[] file) {
            Settings builtIn = Settings.builtIn(Runtime.getRuntime().maxMemory());
            String argument = file.length == 0 ? "" : file[0];
            SettingsSource source =
                    new SettingsSource(argument, Environment.ofProcess(), builtIn, SettingsSource::fromDisk);
            Loaded loaded = source.load();
            source.poll();
            if (!loaded.isAccepted()) {
                throw new IllegalStateException(loaded.problems().toString());
            }
        }
    }

    @TempDir
    private Path directory;

    private static List<String> librariesLoaded(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xlog:class+load",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReadsSettings.class.getName()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(SettingsSource.class.getName());
        return Stream.of(YAML, EXPRESSIONS).filter(output::contains).toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("parsimony.yaml"), text);
    }

    @Test
    void withoutAFileNeitherYamlNorExpressionsAreLoaded() throws Exception {
        assertThat(librariesLoaded()).isEmpty();
    }

    @Test
    void withAFileYamlIsLoaded() throws Exception {
        assertThat(librariesLoaded(
                        file("rules: [{name: a, when: {model: x}, final: on}]").toString()))
                .containsExactly(YAML);
    }

    @Test
    void aRuleWithAnExpressionLoadsTheEngineForIt() throws Exception {
        assertThat(librariesLoaded(
                        file("rules: [{name: a, when: {user: x}, final: on}]").toString()))
                .containsExactly(YAML, EXPRESSIONS);
    }
}
