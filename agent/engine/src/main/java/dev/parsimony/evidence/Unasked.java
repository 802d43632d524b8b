// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Plan.Marking;
import java.util.List;

/**
 * Decides on a request to a provider that keeps every prompt unasked and charges for it (OpenAI from GPT-5.6 on). Where
 * nobody but this process sends the same, it is told to keep what is marked and nothing else, which may be nothing at all.
 * It is left to itself, with marks of ours that then cost nothing, for the first few calls and for some ever after, which
 * show whether others send the same; where the prompt's end, which the provider would keep, cannot be marked; where the
 * account says that telling it has not paid. And with none where the application says anything of its own. Guarded by its
 * cache's lock.
 */
final class Unasked {
    private final Lens lens;
    private final Prompt prompt;
    private final Measure measure;
    private final CacheRules rules;
    private final double length;
    private final double heldAlone;
    private final double unheld;
    private final double lost;

    Unasked(Lens lens, Prompt prompt, Measure measure) {
        this.lens = lens;
        this.prompt = prompt;
        this.measure = measure;
        this.rules = prompt.rules();
        this.length = tokens(last());
        this.heldAlone = tokens(prompt.heldAlone());
        double held = tokens(prompt.held());
        this.unheld = length - held;
        this.lost = Math.max(0, heldAlone - held) * (1 - rules.read());
    }

    private int last() {
        return prompt.prefixes().size() - 1;
    }

    private double tokens(int index) {
        return index < 0 ? 0 : measure.tokens(prompt.prefixes().get(index).bytes());
    }

    /** Decides. */
    Marks decide(Marking marking) {
        prompt.course().insteadOf(new LeftAlone(heldAlone, length, rules), prompt.sighting(last()));
        boolean told = lens.marksBesideTheAnswer().stream().anyMatch(Node::isPresent);
        Change only = lens.withOwnMarksOnly();
        if (told || !(only instanceof Change.Make make)) {
            leave();
            String reason = only instanceof Change.Refuse refuse && !told ? refuse.reason() : "already_marked";
            return new Marks(Edits.none(), List.of(reason), prompt.course(), false);
        }
        boolean tells = mayTell();
        Marks marks = new Decision(lens, prompt, measure, tells ? rules.marks() : rules.marks() - 1).decide(marking);
        return tells ? told(marks, make) : beside(marks);
    }

    private boolean mayTell() {
        Site site = prompt.site();
        Account account = site.account();
        double largest = Math.max(length, account.largest());
        return prompt.prefixes().get(last()).last().markable()
                && account.lends()
                && lost <= account.credit()
                && site.strangers().areNone(unheld, largest);
    }

    private Marks told(Marks marks, Change.Make only) {
        prompt.course().forgoes(lost);
        prompt.site()
                .strangers()
                .risk(unheld, (length - covered()) * (rules.brief().write() - 1));
        return new Marks(Edits.none().and(marks.edits()).and(only.edits()), List.of(), prompt.course(), marks.news());
    }

    /** How much of the prompt the provider holds, or is told to keep. */
    private double covered() {
        int covered = prompt.held();
        for (int i = covered + 1; i <= last(); i++) {
            covered = prompt.course().isKeeping(prompt.sighting(i)) ? i : covered;
        }
        return tokens(covered);
    }

    /** The provider keeps the whole prompt and what is marked, and reads what it kept of an earlier one. */
    private Marks beside(Marks marks) {
        leave();
        return marks;
    }

    private void leave() {
        prompt.course().keeps(prompt.sighting(last()), rules.brief().length());
        prompt.course().leftAlone(tokens(prompt.held()));
    }
}
