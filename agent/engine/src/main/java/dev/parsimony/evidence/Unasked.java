// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Plan.Marking;
import java.util.List;

/**
 * Decides on a request to a provider that keeps every prompt unasked and charges for it (OpenAI from GPT-5.6 on): whether to
 * leave that to it, or to have it keep what is marked and nothing else, which may be nothing at all. It is left to it until a
 * few calls have shown that nobody but this process sends the same, and wherever the application says anything of its own.
 * Guarded by its cache's lock.
 */
final class Unasked {
    private final Lens lens;
    private final Prompt prompt;
    private final Measure measure;

    Unasked(Lens lens, Prompt prompt, Measure measure) {
        this.lens = lens;
        this.prompt = prompt;
        this.measure = measure;
    }

    /** Decides. */
    Marks decide(Marking marking) {
        boolean told = lens.marksBesideTheAnswer().stream().anyMatch(Node::isPresent);
        Change only = lens.withOwnMarksOnly();
        if (told || !(only instanceof Change.Make make)) {
            return leave(only instanceof Change.Refuse refuse && !told ? refuse.reason() : "already_marked");
        }
        if (!prompt.site().strangers().areNone()) {
            return leave("not_seen_before");
        }
        Marks marks = new Decision(lens, prompt, measure).decide(marking);
        return new Marks(Edits.none().and(marks.edits()).and(make.edits()), List.of(), marks.course(), marks.news());
    }

    /** The provider keeps the whole prompt, and reads what it kept of an earlier one. */
    private Marks leave(String reason) {
        int last = prompt.prefixes().size() - 1;
        int held = prompt.held();
        prompt.course().keeps(prompt.sighting(last), prompt.rules().brief().length());
        prompt.course()
                .leftAlone(
                        held < 0
                                ? 0
                                : measure.tokens(prompt.prefixes().get(held).bytes()));
        return new Marks(Edits.none(), List.of(reason), prompt.course(), false);
    }
}
