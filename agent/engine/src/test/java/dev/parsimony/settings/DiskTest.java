// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant THEN = NOW.minusSeconds(60);

    @TempDir
    private Path directory;

    private final Disk disk = new Disk(() -> NOW);

    private Path file(String name, String content, Instant modified) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }

    private Optional<String> stamp(Path file) {
        return disk.stamp(file.toString());
    }

    @Test
    void tellsAFileBySizeAndTime() throws IOException {
        Path file = file("a", "one", THEN);
        Optional<String> before = stamp(file);

        assertThat(before).isPresent().isEqualTo(stamp(file));
        assertThat(stamp(file("a", "three", THEN))).isNotEqualTo(before);
        assertThat(stamp(file("a", "two", THEN.plusSeconds(1)))).isNotEqualTo(before);
        assertThat(disk.read(file.toString())).asString().isEqualTo("two");
    }

    @Test
    void seesThatALinkLeadsElsewhereAsThoseOfAConfigMapDo() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), file("a", "one", THEN));
        Optional<String> before = stamp(link);
        Path next = Files.createSymbolicLink(directory.resolve("next"), file("b", "three", THEN.plusSeconds(1)));

        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);

        assertThat(stamp(link)).isPresent().isNotEqualTo(before);
    }

    @Test
    void doesNotTellAFileThatMayChangeAndKeepItsTime() throws IOException {
        assertThat(stamp(file("a", "one", NOW.minusMillis(1500)))).isEmpty();
        assertThat(stamp(file("a", "one", NOW.plusSeconds(60)))).isEmpty();
    }

    @Test
    void doesNotTellAFileThatIsNotThereOrCannotBe() {
        assertThat(stamp(directory.resolve("none"))).isEmpty();
        assertThat(disk.stamp("a\0b")).isEmpty();
    }
}
