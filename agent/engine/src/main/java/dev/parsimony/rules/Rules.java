// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules in force, read top to bottom.
 *
 * @param list the rules in order
 */
public record Rules(List<Rule> list) {
    private static final Rules EMPTY = new Rules(List.of());

    /** Rules in this order. */
    public Rules {
        list = List.copyOf(list);
    }

    /** No rules. */
    public static Rules empty() {
        return EMPTY;
    }

    /**
     * Decides what to do with a call: each action as the first applying rule says that names it. No rule is read after one
     * that applies and is final. A rule that applies and says {@code mode: observe} wins over all others. Where it cannot be
     * told whether a rule applies, what it names is not done at all: it may be there to forbid what a later rule does.
     *
     * @param facts what the call is
     * @param defaults what is done where no rule says anything
     * @return the plan; the defaults themselves if no rule applies
     */
    public Plan plan(Facts facts, Plan defaults) {
        Actions actions = Actions.none();
        List<String> names = List.of();
        for (int i = 0; i < list.size(); i++) { // by index: no iterator on the call path
            Rule rule = list.get(i);
            boolean applies = rule.applies(facts);
            if (applies) {
                actions = actions.or(rule.then());
                names = with(names, rule.name());
            }
            boolean mayApply = !applies && rule.mayApply(facts);
            if (mayApply) {
                actions = actions.or(rule.then().withheld());
            }
            if (rule.last() && (applies || mayApply)) {
                break;
            }
        }
        return actions.equals(Actions.none()) && names.isEmpty() ? defaults : actions.plan(defaults, names);
    }

    private static List<String> with(List<String> names, String name) {
        List<String> longer = names.isEmpty() ? new ArrayList<>(4) : names;
        longer.add(name);
        return longer;
    }

    /** What each rule comes to for a call, in order, with the reason. */
    public List<Verdict> explain(Facts facts) {
        List<Verdict> verdicts = new ArrayList<>();
        String end = "";
        for (Rule rule : list) {
            Verdict verdict = end.isEmpty() ? Verdict.of(rule, facts) : Verdict.unread(rule, end);
            verdicts.add(verdict);
            if (verdict.applies() && rule.last()) {
                end = rule.name();
            }
        }
        return verdicts;
    }
}
