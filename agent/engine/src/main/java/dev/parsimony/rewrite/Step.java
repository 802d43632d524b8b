// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan;

/** One kind of change to a request. Safe for any number of threads. */
public interface Step {
    /** The action it takes, by the name that rules, spans and reasons use. */
    String name();

    /**
     * Works out the change.
     *
     * @param lens the request as the step before left it
     * @param plan what is to be done
     * @param site where the call comes from
     * @return the edits, none if there is nothing to do; or why they are not made
     */
    Change change(Lens lens, Plan plan, Site site);

    /** Nothing to do. */
    static Change nothing() {
        return Change.make(Edits.none());
    }
}
