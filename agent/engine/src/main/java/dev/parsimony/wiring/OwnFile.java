// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read. */
final class OwnFile {
    private OwnFile() {}

    /**
     * Opens a file to append lines to, made if it is not there. No channel: one is closed for good when a thread that writes
     * to it is interrupted, and the threads that write here are the application's.
     *
     * @param file the file
     * @throws IOException if it cannot be written
     */
    static PrintStream append(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException there) {
            // its permissions are its owner's affair
        }
        return new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0]; // Windows: what the directory's own permissions say
    }
}
