// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of a ledger's hashes, in a file beside it that its owner alone reads: so one tenant has one hash in all ledgers of
 * a directory, and whoever is given the ledgers and not the key learns nothing from it. Made when first needed.
 */
final class LedgerKey {
    private static final String NAME = ".parsimony-key";
    private static final int BYTES = 32;

    private final Log log;
    private final Pepper otherwise;
    private @Nullable Path directory;
    private Pepper pepper;

    /**
     * Knows no key yet.
     *
     * @param log where to say that none can be kept
     * @param otherwise the key where none can be kept
     */
    LedgerKey(Log log, Pepper otherwise) {
        this.log = log;
        this.otherwise = otherwise;
        this.pepper = otherwise;
    }

    /** The key beside a ledger; that of this process alone where there can be none. */
    Pepper beside(Path ledger) {
        Path here = Objects.requireNonNull(ledger.toAbsolutePath().getParent());
        if (!here.equals(directory)) {
            pepper = found(here);
            directory = here;
        }
        return pepper;
    }

    private Pepper found(Path here) {
        try {
            return in(here);
        } catch (IOException unkept) {
            log.warn(
                    "ledger key",
                    "ledger: no key can be kept in " + here + " (" + Trouble.of(unkept)
                            + "), so its hashes can be compared within this process only");
            return otherwise;
        }
    }

    private static Pepper in(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            make(directory, file);
        }
        Ownership.check(file);
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != BYTES) {
            throw new Ownership.Refusal("is no key of ours: remove it, and hashes begin anew");
        }
        return Pepper.of(secret);
    }

    /** Written aside and then given its name, so that no other process reads half of it. */
    private static void make(Path directory, Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path aside = Files.createTempFile(directory, NAME, ".tmp", Ownership.ofNewFiles());
        try {
            Files.write(aside, secret, StandardOpenOption.WRITE);
            Files.move(aside, file);
        } catch (FileAlreadyExistsException other) {
            // another process was faster: its key it is
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
