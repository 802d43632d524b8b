// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.evidence.Course;
import dev.parsimony.evidence.Marker;
import dev.parsimony.evidence.Marks;
import dev.parsimony.evidence.Place;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Plan;
import java.util.Optional;

/**
 * Sets prompt-cache marks, a key and a wish for longer keeping on a request that is about to be sent, and remembers what was
 * sent as evidence for the next.
 */
final class Marking {
    /** The step's name, also the lever's. */
    static final String NAME = "prompt_cache";

    private final Marker marker;
    private final CacheKeys keys;
    private final Retention retention;
    private final Guard guard;
    private final Reverts reverts;
    private final Log log;

    /**
     * A request with its marks.
     *
     * @param draft the request
     * @param course to be told what becomes of it
     */
    record Marked(Draft draft, Course course) {}

    Marking(Marker marker, CacheKeys keys, Retention retention, Guard guard, Reverts reverts, Log log) {
        this.marker = marker;
        this.keys = keys;
        this.retention = retention;
        this.log = log;
        this.guard = guard;
        this.reverts = reverts;
    }

    /** The request with marks where they pay; as it is where they do not, or where the step fails. */
    Marked mark(Draft draft, Situation situation) {
        Marked marked = guard.run(NAME, new Marked(draft, Course.none()), () -> decided(draft, situation));
        Draft keyed = keys.key(marked.draft(), situation);
        return new Marked(retention.extend(keyed, situation), marked.course());
    }

    /** What to wait for before the request is marked; empty where nobody writes what it would read. */
    Optional<Next.Await> before(Draft draft, Situation situation) {
        boolean waits = !situation.stagger().isZero()
                && situation.plan().promptCache().value() != Plan.Marking.OFF
                && !reverts.rests(NAME, situation);
        return waits ? guard.run(NAME, Optional.empty(), () -> awaited(draft, situation)) : Optional.empty();
    }

    private Optional<Next.Await> awaited(Draft draft, Situation situation) {
        return marker.writer(draft.lens(), place(draft, situation), site(situation), accepts(situation))
                .map(news -> new Next.Await(news, situation.stagger()));
    }

    private static Place place(Draft draft, Situation situation) {
        String biller = situation.exchange().opening().biller();
        return new Place(
                situation.credential(), draft.call().address(), draft.lens().model(), biller);
    }

    private static String site(Situation situation) {
        return situation.exchange().opening().caller().site().function();
    }

    private static boolean accepts(Situation situation) {
        return situation.host().allows(Allowance.CACHE_CONTROL);
    }

    private Marked decided(Draft draft, Situation situation) {
        String site = site(situation);
        Plan.Marking lever = situation.plan().promptCache().value();
        Marks marks = marker.mark(draft.lens(), place(draft, situation), site, lever, accepts(situation));
        if (marks.news()) {
            log.warn(
                    "prompt_cache " + site,
                    "prompt-cache marks have not paid at " + (site.isEmpty() ? "an unknown call site" : site)
                            + "; fewer are set there until they do");
        }
        marks.skipped().forEach(reason -> situation.exchange().skip(NAME, reason));
        if (marks.edits().isEmpty()) {
            return new Marked(draft, marks.course());
        }
        if (reverts.rests(NAME, situation)) {
            situation.exchange().skip(NAME, Reverts.REASON);
            marks.course().lost();
            return new Marked(draft, Course.none());
        }
        Draft marked = draft.with(Change.make(marks.edits()));
        situation.exchange().rewrote(NAME);
        return new Marked(marked, marks.course());
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
