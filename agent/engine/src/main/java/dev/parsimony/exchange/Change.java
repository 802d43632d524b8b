// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Optional;

/** What a lens would change in a request. */
public sealed interface Change {
    /**
     * A change that leaves the request valid.
     *
     * @param edits the splices of its body
     * @param path the whole path it goes to instead, as in {@link Call#path}; empty for the one it has
     */
    record Make(Edits edits, Optional<String> path) implements Change {
        /** Whether the request already is as wanted. */
        public boolean isEmpty() {
            return edits.isEmpty() && path.isEmpty();
        }
    }

    /**
     * A change that is not made.
     *
     * @param reason why, as a word with underscores: {@code model_in_path}
     */
    record Refuse(String reason) implements Change {}

    /** The change of these splices; none, if the request already is as wanted. */
    static Make make(Edits edits) {
        return new Make(edits, Optional.empty());
    }

    /** The change of these splices and of the path, where an API has in it what is changed. */
    static Make make(Edits edits, String path) {
        return new Make(edits, Optional.of(path));
    }

    /** No change, for this reason. */
    static Change refuse(String reason) {
        return new Refuse(reason);
    }
}
