// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;

/**
 * A condition of a rule and the side it stands on.
 *
 * @param condition the condition
 * @param wanted true under {@code when}, false under {@code unless}
 */
public record Clause(Condition condition, boolean wanted) {
    /** Whether the call lets the rule apply as far as this clause goes. */
    boolean admits(Facts facts) {
        return condition.decides(wanted, facts);
    }

    /** Whether every call that the other clause admits is surely admitted by this one too. */
    boolean encloses(Clause other) {
        return wanted == other.wanted
                && (wanted ? condition.encloses(other.condition) : other.condition.encloses(condition));
    }

    /** Whether surely no call is admitted by both clauses. */
    boolean contradicts(Clause other) {
        return !wanted && other.wanted && condition.encloses(other.condition);
    }

    /** Whether surely no call is admitted. */
    boolean isImpossible() {
        return wanted ? condition.isImpossible() : condition.isCertain();
    }

    @Override
    public String toString() {
        return (wanted ? "" : "unless ") + condition;
    }
}
