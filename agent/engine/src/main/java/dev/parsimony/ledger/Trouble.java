// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** What is wrong with a file and how to mend it, in words that follow its name. */
final class Trouble {
    private Trouble() {}

    static String of(Exception failed) {
        if (failed instanceof Ownership.Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
        return "cannot be written: " + why(failed);
    }

    /** Why it failed. Of a defect only its kind: the message may quote what was being written. */
    static String why(Exception failed) {
        if (failed instanceof RuntimeException) {
            return failed.getClass().getName();
        }
        if (failed instanceof NoSuchFileException) {
            return "its directory is not there, make it or name another (ledger.file)";
        }
        if (failed instanceof AccessDeniedException) {
            return "the user who runs this JVM needs write permission on its directory";
        }
        String said = failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
        return Objects.requireNonNullElse(said, failed.getClass().getName());
    }
}
