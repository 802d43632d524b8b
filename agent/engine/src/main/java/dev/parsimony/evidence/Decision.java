// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan.Marking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on the marks of one request. Guarded by its cache's lock. */
final class Decision {
    private static final String REASON = "not_seen_before";

    private final Lens lens;
    private final Prompt prompt;
    private final Measure measure;
    private final CacheRules rules;
    private final int most;
    private final OwnMarks own;

    /**
     * A decision to be made.
     *
     * @param lens the request as it will be sent otherwise
     * @param prompt its prompt against what was sent before
     * @param measure how long its prefixes are
     * @param most how many marks the request may carry
     */
    Decision(Lens lens, Prompt prompt, Measure measure, int most) {
        this.lens = lens;
        this.prompt = prompt;
        this.measure = measure;
        this.rules = prompt.rules();
        this.most = most;
        this.own = OwnMarks.of(lens, prompt, measure);
    }

    /** Decides. */
    Marks decide(Marking marking) {
        Marks marks = marking == Marking.AUTO ? onCredit() : set(withHeld(asked(marking == Marking.LONG)));
        own().forEach(sighting -> prompt.course().keeps(sighting, rules.brief().length()));
        return marks;
    }

    private Marks onCredit() {
        Account account = prompt.site().account();
        List<Choice.Mark> wanted = chosen();
        List<Choice.Mark> afforded = afforded(wanted, account.credit());
        List<Choice.Mark> all = withHeld(afforded);
        boolean borne = all.isEmpty() || account.bears(atWorst(all));
        Marks marks = set(borne ? all : List.of());
        if (marks.edits().isEmpty() && (!borne || afforded.size() < wanted.size())) {
            return new Marks(marks.edits(), List.of("no_credit"), marks.course(), account.refuse());
        }
        prompt.course().onCredit();
        return marks;
    }

    /** What they cost if nothing is held but what the application's own marks keep, in tokens of plain input. */
    private double atWorst(List<Choice.Mark> marks) {
        double cost = 0;
        long before = bytes(own.last());
        for (Choice.Mark mark : marks) {
            cost += cost(mark, before);
            before = Math.max(before, mark.candidate().prefix().bytes());
        }
        return cost;
    }

    private long bytes(int index) {
        return index < 0 ? 0 : prompt.prefixes().get(index).bytes();
    }

    private int free() {
        return most - own.count();
    }

    /** What pays by expectation, one mark spared for reading what is held. */
    private List<Choice.Mark> chosen() {
        boolean spare = needsHeld();
        return Choice.of(candidates(), bytes(prompt.held()), rules, free() - (spare ? 1 : 0));
    }

    private boolean needsHeld() {
        return prompt.held() >= 0
                && !prompt.prefixes().get(prompt.held()).last().marked();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        @Nullable Prospect longer = null;
        for (int i = prompt.prefixes().size() - 1; i > prompt.held(); i--) {
            Role role = prompt.role(i);
            if (role != null) {
                Prospect alone = Prospect.of(prompt.sighting(i), role, prompt.site(), rules);
                longer = longer == null ? alone : alone.atLeast(longer);
                if (isEligible(i)) {
                    candidates.add(0, candidate(i, longer));
                }
            }
        }
        return candidates;
    }

    private boolean isEligible(int index) {
        Prefix prefix = prompt.prefixes().get(index);
        boolean free = prefix.last().markable() && !prefix.last().marked();
        return free && !prompt.isUnderWay(index) && measure.isEnough(prefix, rules);
    }

    /** Before a mark of the application's, all is written anyway: one more is free, and of use to who gets no further. */
    private Candidate candidate(int index, Prospect prospect) {
        boolean paid = index < own.last();
        double gainShort = paid ? prospect.withinShort() : prospect.gainShort(rules);
        double gainLong = paid ? -1 : prospect.gainLong(rules);
        return new Candidate(prompt.prefixes().get(index), prompt.sighting(index), gainShort, gainLong);
    }

    /** What a rule asks for without evidence: a mark behind the tools and one behind the system text. */
    private List<Choice.Mark> asked(boolean longLived) {
        List<Choice.Mark> marks = new ArrayList<>();
        for (Level level : List.of(Level.TOOLS, Level.SYSTEM)) {
            @Nullable Prefix last = null;
            for (Prefix prefix : prompt.prefixes()) {
                Block block = prefix.last();
                if (block.level() == level && block.markable() && !block.marked() && measure.isEnough(prefix, rules)) {
                    last = prefix;
                }
            }
            if (last != null && marks.size() < free()) {
                marks.add(new Choice.Mark(new Candidate(last, prompt.sighting(last.index()), 0, 0), longLived));
            }
        }
        return marks;
    }

    /** As much of it as there is credit for, the shortest prefixes first. */
    private List<Choice.Mark> afforded(List<Choice.Mark> marks, double credit) {
        List<Choice.Mark> afforded = new ArrayList<>();
        double cost = 0;
        long before = written();
        for (Choice.Mark mark : marks) {
            long until = mark.candidate().prefix().bytes();
            cost += cost(mark, before);
            if (cost > credit) {
                return afforded;
            }
            afforded.add(mark);
            before = Math.max(before, until);
        }
        return afforded;
    }

    /** How many bytes are held already, or written because the application wants it so. */
    private long written() {
        return bytes(Math.max(prompt.held(), own.last()));
    }

    /** What a mark costs, in tokens of plain input, where so many bytes are written without it. */
    private double cost(Choice.Mark mark, long before) {
        long bytes = Math.max(0, mark.candidate().prefix().bytes() - before);
        return measure.tokens(bytes) * (life(mark).write() - 1);
    }

    private CacheRules.Life life(Choice.Mark mark) {
        return mark.longLived() ? rules.longest() : rules.brief();
    }

    /** What is held is read only where a mark asks for it. */
    private List<Choice.Mark> withHeld(List<Choice.Mark> marks) {
        int held = prompt.held();
        if (!needsHeld()
                || free() <= marks.size()
                || marks.stream().anyMatch(mark -> mark.candidate().prefix().index() == held)
                || !prompt.prefixes().get(held).last().markable()) {
            return marks;
        }
        Candidate candidate = new Candidate(prompt.prefixes().get(held), prompt.sighting(held), 0, 0);
        List<Choice.Mark> all = new ArrayList<>();
        marks.stream().filter(mark -> mark.candidate().prefix().index() < held).forEach(all::add);
        all.add(new Choice.Mark(
                candidate,
                marks.stream()
                        .anyMatch(mark ->
                                mark.longLived() && mark.candidate().prefix().index() > held)));
        marks.stream().filter(mark -> mark.candidate().prefix().index() > held).forEach(all::add);
        return all;
    }

    private Marks set(List<Choice.Mark> marks) {
        Edits edits = Edits.none();
        List<String> refused = new ArrayList<>();
        List<Choice.Mark> made = new ArrayList<>();
        double cost = 0;
        int last = own.furthest();
        long before = written();
        for (Choice.Mark mark : marks) {
            Prefix prefix = mark.candidate().prefix();
            Change change = change(mark);
            if (change instanceof Change.Make make) {
                edits.and(make.edits());
                if (prefix.index() != prompt.held()) {
                    prompt.course()
                            .keeps(mark.candidate().sighting(), life(mark).length());
                }
                cost += cost(mark, before);
                before = Math.max(before, prefix.bytes());
                made.add(mark);
                last = Math.max(last, prefix.index());
            } else if (change instanceof Change.Refuse refuse) {
                refused.add(refuse.reason());
            }
        }
        if (last >= 0 && own.placed() && !rules.unasked()) {
            prompt.course().counts(prompt.sighting(last));
        }
        if (edits.isEmpty()) {
            List<String> why = refused.isEmpty()
                    ? List.of(REASON)
                    : refused.stream().distinct().toList();
            return new Marks(edits, why, prompt.course(), false);
        }
        expect(cost, atWorst(made));
        return new Marks(edits, List.of(), prompt.course(), false);
    }

    /** Who keeps nothing for long keeps it for the short life. */
    private Change change(Choice.Mark mark) {
        Block block = mark.candidate().prefix().last();
        Change change = lens.withMark(block, mark.longLived());
        return mark.longLived() && change instanceof Change.Refuse ? lens.withMark(block, false) : change;
    }

    private void expect(double cost, double worst) {
        prompt.course().judged(cost, worst, own.covered(prompt));
        for (int i = 0; i <= prompt.held(); i++) {
            prompt.course().expects(prompt.sighting(i), measure.tokens(bytes(i)));
        }
    }

    /** What the application's own marks ask the provider to keep. */
    private List<Sighting> own() {
        return prompt.prefixes().stream()
                .filter(prefix -> prefix.last().marked())
                .map(prefix -> prompt.sighting(prefix.index()))
                .toList();
    }
}
