// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read. */
final class OwnFile {
    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private OwnFile() {}

    /**
     * Opens a file to append lines to, made if it is not there.
     *
     * @param file the file
     * @throws IOException if it cannot be written
     */
    static PrintStream append(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, APPEND, ownerOnly());
        return new PrintStream(Channels.newOutputStream(channel), true, StandardCharsets.UTF_8);
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
