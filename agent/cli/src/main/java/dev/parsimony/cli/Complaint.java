// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

/** Why a command cannot run, said so that the user can mend it: where, what, how. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says it.
     *
     * @param where the file or option
     * @param what what is wrong with it, and how to mend it
     */
    Complaint(String where, String what) {
        this(where + ": " + what);
    }

    /**
     * Says it.
     *
     * @param words where, what and how
     */
    Complaint(String words) {
        super(words);
    }
}
