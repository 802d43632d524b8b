// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourceTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("parsimony.yaml");
    }

    private static SettingsSource source(
            String argument, Map<String, String> properties, Map<String, String> variables) {
        return new SettingsSource(
                argument, new Environment(properties, variables), Written.BUILT_IN, SettingsSource::fromDisk);
    }

    private SettingsSource source() {
        return source(file.toString(), Map.of(), Map.of());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    @Test
    void theFileIsNamedByTheArgumentThenThePropertyThenTheVariable() {
        Map<String, String> property = Map.of("parsimony.config", "property.yaml");
        Map<String, String> variable = Map.of("PARSIMONY_CONFIG", "variable.yaml");
        assertThat(source("argument.yaml", property, variable).file()).isEqualTo("argument.yaml");
        assertThat(source("", property, variable).file()).isEqualTo("property.yaml");
        assertThat(source("", Map.of(), variable).file()).isEqualTo("variable.yaml");
        assertThat(source("", Map.of(), Map.of()).file()).isEmpty();
    }

    @Test
    void withoutAFileTheBuiltInSettingsAreInForce() {
        SettingsSource source = source("", Map.of(), Map.of());
        assertThat(source.load().settings()).isEqualTo(Written.BUILT_IN);
        assertThat(source.poll()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereMeansObserve() {
        Loaded loaded = source().load();
        assertThat(loaded.settings()).isEqualTo(Written.BUILT_IN.observing());
        assertThat(Written.problems(loaded)).containsExactly(file + ": cannot be read: there is no such file");
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        Files.createDirectory(file);
        assertThat(source().load().isAccepted()).isFalse();
    }

    @Test
    void aNameNoFileCanHaveMeansObserve() {
        assertThat(source("a\0b", Map.of(), Map.of()).load().settings().observe())
                .isTrue();
    }

    @Test
    void aFileOfEndlessLengthIsRefused() throws IOException {
        write("#".repeat((1 << 20) + 1));
        assertThat(Written.problems(source().load()))
                .containsExactly(file + ": cannot be read: it is larger than 1 MiB");
    }

    @Test
    void atStartABrokenFileMeansTheBuiltInSettingsInObserve() throws IOException {
        write("debug: on\nmode: wrong");
        Loaded loaded = source().load();
        assertThat(loaded.isAccepted()).isFalse();
        assertThat(loaded.settings()).isEqualTo(Written.BUILT_IN.observing());
    }

    @Test
    void aBrokenFileStillThrowsTheKillSwitch() throws IOException {
        write("kill_switch: on\nmode: wrong");
        assertThat(source().load().settings().killSwitch()).isTrue();
    }

    @Test
    void nothingIsReadAnewWhileTheContentIsTheSame() throws IOException {
        write("debug: on");
        SettingsSource source = source();
        source.load();
        write("debug: on");
        assertThat(source.poll()).isEmpty();
    }

    @Test
    void aChangedFileIsReadAnew() throws IOException {
        write("debug: on");
        SettingsSource source = source();
        source.load();
        write("debug: off\nmode: observe");
        assertThat(source.poll()).hasValueSatisfying(loaded -> {
            assertThat(loaded.settings().debug()).isFalse();
            assertThat(loaded.settings().observe()).isTrue();
        });
        assertThat(source.poll()).isEmpty();
    }

    @Test
    void aMountedFileThatIsSwappedByALinkIsReadAnew() throws IOException {
        Path first = Files.createDirectory(directory.resolve("..1"));
        Path second = Files.createDirectory(directory.resolve("..2"));
        Files.writeString(first.resolve("parsimony.yaml"), "debug: on");
        Files.writeString(second.resolve("parsimony.yaml"), "debug: off");
        Files.setLastModifiedTime(
                second.resolve("parsimony.yaml"), Files.getLastModifiedTime(first.resolve("parsimony.yaml")));
        Path data = Files.createSymbolicLink(directory.resolve("..data"), first);
        Files.createSymbolicLink(file, data.resolve("parsimony.yaml"));
        SettingsSource source = source();
        assertThat(source.load().settings().debug()).isTrue();
        Path next = Files.createSymbolicLink(directory.resolve("..next"), second);
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        assertThat(source.poll())
                .hasValueSatisfying(
                        loaded -> assertThat(loaded.settings().debug()).isFalse());
    }

    @Test
    void aBrokenChangeIsRefusedAndTheLastGoodSettingsStay() throws IOException {
        write("debug: on");
        SettingsSource source = source();
        Settings good = source.load().settings();
        write("debug: off\nmode: wrong");
        assertThat(source.poll()).hasValueSatisfying(loaded -> {
            assertThat(loaded.problems()).hasSize(1);
            assertThat(loaded.settings()).isEqualTo(good);
        });
        assertThat(source.poll()).isEmpty();
    }

    @Test
    void aFileThatIsGoneLeavesTheLastGoodSettings() throws IOException {
        write("debug: on");
        SettingsSource source = source();
        Settings good = source.load().settings();
        Files.delete(file);
        assertThat(source.poll()).hasValueSatisfying(loaded -> {
            assertThat(loaded.isAccepted()).isFalse();
            assertThat(loaded.settings()).isEqualTo(good);
        });
    }

    @Test
    void aFileThatIsMendedAfterTheStartIsTaken() throws IOException {
        SettingsSource source = source();
        source.load();
        write("debug: on");
        assertThat(source.poll()).hasValueSatisfying(loaded -> {
            assertThat(loaded.isAccepted()).isTrue();
            assertThat(loaded.settings().observe()).isFalse();
        });
    }

    @Test
    void whatIsDoubtfulIsToldOnce() throws IOException {
        write("rules: [{name: a}]");
        SettingsSource source = source(file.toString(), Map.of(), Map.of("PARSIMONY_PORT", "1"));
        assertThat(source.load().warnings()).hasSize(2);
        write("rules: [{name: a}] # changed");
        assertThat(source.poll())
                .hasValueSatisfying(loaded -> assertThat(loaded.warnings()).isEmpty());
    }
}
