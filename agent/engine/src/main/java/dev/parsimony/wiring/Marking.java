// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.evidence.Marker;
import dev.parsimony.evidence.Marks;
import dev.parsimony.evidence.Place;
import dev.parsimony.evidence.Sightings;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Guard;
import java.util.List;

/** Sets prompt-cache marks on a request that is about to be sent, and remembers what was sent as evidence for the next. */
final class Marking {
    /** The step's name, also the lever's. */
    static final String NAME = "prompt_cache";

    private final Marker marker;
    private final Sightings sightings;
    private final Guard guard;
    private final Reverts reverts;

    /**
     * A request with its marks.
     *
     * @param draft the request
     * @param prefixes what to remember once the provider has taken it
     */
    record Marked(Draft draft, List<Digest> prefixes) {}

    Marking(Marker marker, Sightings sightings, Guard guard, Reverts reverts) {
        this.marker = marker;
        this.sightings = sightings;
        this.guard = guard;
        this.reverts = reverts;
    }

    /** The request with marks where they pay; as it is where they do not, or where the step fails. */
    Marked mark(Draft draft, Situation situation) {
        return guard.run(NAME, new Marked(draft, List.of()), () -> decided(draft, situation));
    }

    private Marked decided(Draft draft, Situation situation) {
        Place place = new Place(
                situation.credential(), draft.call().address(), draft.lens().model());
        boolean accepted = situation.host().allows(Allowance.CACHE_CONTROL);
        Marks marks =
                marker.mark(draft.lens(), place, situation.plan().promptCache().value(), accepted);
        marks.skipped().forEach(reason -> situation.exchange().skip(NAME, reason));
        if (marks.edits().isEmpty()) {
            return new Marked(draft, marks.prefixes());
        }
        if (reverts.rests(NAME, situation)) {
            situation.exchange().skip(NAME, Reverts.REASON);
            return new Marked(draft, marks.prefixes());
        }
        Draft marked = draft.with(Change.make(marks.edits()));
        situation.exchange().rewrote(NAME);
        return new Marked(marked, marks.prefixes());
    }

    /** The provider took the request: its prefixes are evidence from now on. */
    void sent(List<Digest> prefixes, Passed passed) {
        if (passed.head().isSuccess() && !prefixes.isEmpty()) {
            sightings.record(prefixes);
        }
    }

    /** Whose marks a request carried when it was sent. */
    static dev.parsimony.price.Marks whose(Draft written, Situation situation) {
        if (!situation.exchange().rewrites().contains(NAME)) {
            return dev.parsimony.price.Marks.NONE;
        }
        return written.lens().marksBesideTheAnswer().isEmpty()
                ? dev.parsimony.price.Marks.OURS
                : dev.parsimony.price.Marks.BOTH;
    }
}
