// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Plan.Sharing;
import java.util.ArrayList;
import java.util.List;

/**
 * Something in the rules that can hardly be meant: a rule that never applies, an action that is never taken. Only what is
 * certain is said; the rules are in force all the same.
 *
 * @param index which rule, from 0
 * @param message what is doubtful about it, for a reader
 */
public record Doubt(int index, String message) {
    private static final String NO_TENANT =
            "no call has a tenant that is trusted. Name a source under tenant.from; header: and baggage: under"
                    + " tenant.trusted too";

    /**
     * What is doubtful in rules that stand in this order.
     *
     * @param rules the rules
     * @param tenants whether a call may have a tenant that is trusted
     */
    public static List<Doubt> of(List<Rule> rules, boolean tenants) {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            List<String> messages = new ArrayList<>();
            ofItself(rules.get(i), messages);
            if (!tenants) {
                withoutTenants(rules.get(i), messages);
            }
            if (messages.isEmpty()) {
                ofThoseAbove(rules.subList(0, i), rules.get(i), messages);
            }
            for (String message : messages) {
                doubts.add(new Doubt(i, message));
            }
        }
        return doubts;
    }

    private static void ofItself(Rule rule, List<String> messages) {
        for (Clause clause : rule.clauses()) {
            if (clause.isImpossible()) {
                messages.add("never applies: no call passes " + clause);
            }
            rule.clauses().stream()
                    .filter(clause::contradicts)
                    .forEach(other -> messages.add("never applies: no call passes both " + other + " and " + clause));
        }
        boolean acts = !rule.then().named().isEmpty();
        if (rule.then().observe() && acts) {
            messages.add("leaves its calls alone (mode: observe), so its other actions are never taken");
        }
        if (!rule.then().observe() && !acts && !rule.last()) {
            messages.add("does nothing: give it an action under then, or final: true");
        }
    }

    private static void withoutTenants(Rule rule, List<String> messages) {
        if (rule.needs(Named.Attribute.TENANT)) {
            messages.add("never applies: " + NO_TENANT);
            return;
        }
        rule.then()
                .cache()
                .choice()
                .filter(cache -> cache.value().scope() == Sharing.TENANT)
                .ifPresent(cache -> messages.add("its cache reuses nothing: " + NO_TENANT
                        + ". Or say scope: shared, where callers of one credential may share"));
    }

    private static void ofThoseAbove(List<Rule> above, Rule rule, List<String> messages) {
        List<Rule> wider = above.stream().filter(other -> other.encloses(rule)).toList();
        for (Rule other : wider) {
            String which = "rule \"" + other.name() + "\" above applies whenever this one would";
            if (other.last()) {
                messages.add("never applies: " + which + ", and is final");
                return;
            }
            if (other.then().observe()) {
                messages.add("does nothing: " + which + ", and leaves those calls alone");
                return;
            }
        }
        for (String action : rule.then().named().keySet()) {
            wider.stream()
                    .filter(other -> other.then().named().containsKey(action))
                    .findFirst()
                    .ifPresent(other -> messages.add("its " + action + " is never taken: rule \"" + other.name()
                            + "\" above applies whenever this one does, and decides it"));
        }
    }
}
