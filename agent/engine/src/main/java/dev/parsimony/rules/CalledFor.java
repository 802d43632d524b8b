// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import java.util.List;

/**
 * Asks which incoming request the call is made for.
 *
 * @param globs patterns over its route, of which one must fit
 */
public record CalledFor(List<RouteGlob> globs) implements Condition {
    /** A condition on the incoming request. */
    public CalledFor {
        globs = List.copyOf(globs);
    }

    @Override
    public boolean holds(Facts facts) {
        String route = facts.endpoint();
        for (int i = 0; i < globs.size(); i++) { // by index: no iterator on the call path
            if (globs.get(i).matches(route)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String seen(Facts facts) {
        return facts.endpoint().isEmpty() ? "unknown" : facts.endpoint();
    }

    @Override
    public Effort effort() {
        return Effort.GIVEN;
    }

    @Override
    public String key() {
        return "endpoint";
    }

    @Override
    public boolean encloses(Condition other) {
        return other instanceof CalledFor called
                && called.globs.stream().allMatch(theirs -> globs.stream().anyMatch(ours -> ours.encloses(theirs)));
    }

    @Override
    public String toString() {
        return key() + ": " + (globs.size() == 1 ? globs.get(0) : globs);
    }
}
