// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads files from the file system.
 *
 * @param clock what time it is, by which files are dated
 */
public record Disk(InstantSource clock) implements SettingsSource.Reading {
    /** As coarse as file systems date their files (FAT): one that is younger may change and keep its date. */
    private static final Duration TICK = Duration.ofSeconds(2);

    @Override
    public byte[] read(String file) throws IOException {
        return SettingsSource.fromDisk(file);
    }

    /** Which file it is, links followed, how large and of what time; empty for one of the last two seconds. */
    @Override
    public Optional<String> stamp(String file) {
        try {
            BasicFileAttributes now = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            return now.lastModifiedTime().toInstant().isAfter(clock.instant().minus(TICK))
                    ? Optional.empty()
                    : Optional.of(now.fileKey() + " " + now.size() + " " + now.lastModifiedTime());
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
