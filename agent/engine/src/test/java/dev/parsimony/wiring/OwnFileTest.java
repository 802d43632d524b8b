// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnFileTest {
    @TempDir
    Path directory;

    @Test
    void keepsTheLinesOfAnInterruptedThreadAndThoseAfterThem() throws IOException {
        Path file = directory.resolve("agent.log");
        try (PrintStream out = OwnFile.append(file)) {
            Thread.currentThread().interrupt();
            out.println("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            out.println("after");
        }

        assertThat(file).content().isEqualToNormalizingNewlines("interrupted\nafter\n");
    }

    @Test
    void appendsToAFileThatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("agent.log"), "before\n");
        try (PrintStream out = OwnFile.append(file)) {
            out.println("now");
        }

        assertThat(file).content().isEqualToNormalizingNewlines("before\nnow\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void makesAFileThatOnlyItsOwnerMayRead() throws IOException {
        Path file = directory.resolve("agent.log");
        OwnFile.append(file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFileWhoseDirectoryIsNotThere() {
        assertThatIOException().isThrownBy(() -> OwnFile.append(directory.resolve("missing/agent.log")));
    }
}
