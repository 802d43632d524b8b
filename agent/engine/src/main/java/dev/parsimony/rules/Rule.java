// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One rule of the user.
 *
 * @param name its name, unique among the rules in force
 * @param clauses what it asks of a call, cheapest first; a rule without any applies to every call
 * @param then what it does
 * @param last whether no later rule is read once this one applies ({@code final})
 */
public record Rule(String name, List<Clause> clauses, Actions then, boolean last) {
    private static final Comparator<Clause> CHEAPEST_FIRST =
            Comparator.comparing(clause -> clause.condition().effort());

    /** A rule, whose clauses are brought in order. */
    public Rule {
        clauses = clauses.stream().sorted(CHEAPEST_FIRST).toList();
    }

    /**
     * A rule as it is written.
     *
     * @param name its name
     * @param when conditions of which every one must hold
     * @param unless conditions of which none may hold
     * @param then what it does
     * @param last whether no later rule is read once this one applies
     */
    public static Rule of(String name, List<Condition> when, List<Condition> unless, Actions then, boolean last) {
        List<Clause> clauses = new ArrayList<>();
        when.forEach(condition -> clauses.add(new Clause(condition, true)));
        unless.forEach(condition -> clauses.add(new Clause(condition, false)));
        return new Rule(name, clauses, then, last);
    }

    /** Whether the rule applies to a call. */
    boolean applies(Facts facts) {
        for (int i = 0; i < clauses.size(); i++) { // by index: no iterator on the call path
            if (!clauses.get(i).admits(facts)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing that can be told keeps the rule from applying to a call, but something cannot be told. */
    boolean mayApply(Facts facts) {
        boolean open = false;
        for (int i = 0; i < clauses.size(); i++) {
            if (!clauses.get(i).condition().isDecidable(facts)) {
                open = true;
            } else if (!clauses.get(i).admits(facts)) {
                return false;
            }
        }
        return open;
    }

    /** Whether this rule surely applies to every call that the other one applies to. */
    boolean encloses(Rule other) {
        return clauses.stream().allMatch(ours -> other.clauses.stream().anyMatch(ours::encloses));
    }

    /** Whether it applies to no call of which this name is unknown. */
    boolean needs(Named.Attribute name) {
        return clauses.stream()
                .anyMatch(clause -> clause.wanted() && clause.condition() instanceof Named named && named.needs(name));
    }

    /** The first clause that keeps the rule from applying to a call. */
    Optional<Clause> obstacle(Facts facts) {
        return clauses.stream().filter(clause -> !clause.admits(facts)).findFirst();
    }

    @Override
    public String toString() {
        return name + " " + clauses + " -> " + then + (last ? ", final" : "");
    }
}
