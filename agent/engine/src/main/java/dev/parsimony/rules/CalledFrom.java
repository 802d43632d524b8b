// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import java.util.List;

/**
 * Asks where in the application the call is made.
 *
 * @param globs patterns, of which one must fit
 */
public record CalledFrom(List<CallSiteGlob> globs) implements Condition {
    /** A condition on the call site. */
    public CalledFrom {
        globs = List.copyOf(globs);
    }

    @Override
    public boolean holds(Facts facts) {
        String site = facts.callSite();
        for (int i = 0; i < globs.size(); i++) { // by index: no iterator on the call path
            if (globs.get(i).matches(site)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String seen(Facts facts) {
        return facts.callSite().isEmpty() ? "unknown" : facts.callSite();
    }

    @Override
    public Effort effort() {
        return Effort.GIVEN;
    }

    @Override
    public String key() {
        return "call_site";
    }

    @Override
    public boolean encloses(Condition other) {
        return other instanceof CalledFrom from
                && from.globs.stream().allMatch(theirs -> globs.stream().anyMatch(ours -> ours.encloses(theirs)));
    }

    @Override
    public String toString() {
        return key() + ": " + (globs.size() == 1 ? globs.get(0) : globs);
    }
}
