// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a file is ours alone. On systems without POSIX permissions the directory's own decide. */
final class Ownership {
    private static final Path OURSELVES = Path.of("/proc/self");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Ownership() {}

    /** What a new file is made with. */
    static FileAttribute<?>[] ofNewFiles() {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)} : new FileAttribute<?>[0];
    }

    /**
     * Refuses what others planted or can read: a link, a device, a file of another user's or one that others may open.
     *
     * @throws Refusal if the file is there and is such
     */
    static void check(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isSymbolicLink(file)) {
            throw new Refusal("is a symbolic link, which could lead anywhere: name the file itself");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal("is not a file");
        }
        if (POSIX) {
            checkOwner(Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static void checkOwner(PosixFileAttributes attributes) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
        others.retainAll(attributes.permissions());
        if (!others.isEmpty()) {
            throw new Refusal("may be opened by others than its owner: chmod 600 mends that");
        }
        UserPrincipal us = us();
        if (us != null && !us.equals(attributes.owner())) {
            throw new Refusal("belongs to " + attributes.owner().getName() + ", not to the user who runs this JVM");
        }
    }

    /** Who runs this process; null where the system does not say. */
    private static @Nullable UserPrincipal us() {
        try {
            return Files.getOwner(OURSELVES);
        } catch (IOException | RuntimeException untold) {
            return null;
        }
    }

    /** Why a file is not written to, in words that follow its name. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1;

        Refusal(String why) {
            super(why);
        }
    }
}
