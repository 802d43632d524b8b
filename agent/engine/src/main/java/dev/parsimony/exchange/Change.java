// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** What a lens would change in a request. */
public sealed interface Change {
    /**
     * A change that leaves the request valid.
     *
     * @param edits the splices; empty if the request already is as wanted
     */
    record Make(Edits edits) implements Change {}

    /**
     * A change that is not made.
     *
     * @param reason why, as a word with underscores: {@code model_in_path}
     */
    record Refuse(String reason) implements Change {}

    /** The change of these splices. */
    static Change make(Edits edits) {
        return new Make(edits);
    }

    /** No change, for this reason. */
    static Change refuse(String reason) {
        return new Refuse(reason);
    }
}
