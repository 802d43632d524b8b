// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.Plan.Marking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sets marks for a prompt cache that wants them and takes a fee for writing: behind the tools, and behind the last block of
 * the system text that was the same before. A mark is set where the prefix is long enough for the model and, unless a rule
 * asks for it, only if the very same prefix was sent within the cache's lifetime: what came back once is likely to come back
 * again, and a prefix that never does is never paid for. The application's own marks stay as they are and count against the
 * provider's limit.
 *
 * <p>Limit and lifetimes are those of Anthropic's prompt caching guide as of November 2026: four marks, five minutes from the
 * last use, or an hour for twice the input price. Whether a mark pays is asked in one place, {@link #pays}.
 */
public final class Marker {
    private static final int MOST_MARKS = 4;
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(1);

    private final Pepper pepper;
    private final Sizes sizes;
    private final Sightings sightings;

    /**
     * A marker.
     *
     * @param pepper the secret in every hash
     * @param sizes what models ask of a prefix
     * @param sightings what was sent lately
     */
    public Marker(Pepper pepper, Sizes sizes, Sightings sightings) {
        this.pepper = pepper;
        this.sizes = sizes;
        this.sightings = sightings;
    }

    /**
     * Decides on the marks of a request.
     *
     * @param lens the request as it will be sent otherwise
     * @param place where it goes
     * @param marking which marks may be set
     * @param accepted whether the host is known to accept marks
     */
    public Marks mark(Lens lens, Place place, Marking marking, boolean accepted) {
        List<Block> fixed = Prefixes.fixed(lens);
        if (marking == Marking.OFF || fixed.stream().noneMatch(Block::markable)) {
            return Marks.none();
        }
        Optional<String> objection = objection(fixed, place.model(), accepted);
        if (objection.isPresent()) {
            return Marks.skipped(objection.get(), List.of());
        }
        List<Prefix> prefixes = Prefixes.of(pepper.hash(), place, lens);
        List<Digest> digests = prefixes.stream().map(Prefix::digest).toList();
        return set(lens, candidates(prefixes, place.model(), marking), marking == Marking.LONG, digests);
    }

    /** Asks what can be answered without hashing. */
    private Optional<String> objection(List<Block> fixed, String model, boolean accepted) {
        if (!accepted) {
            return Optional.of("host_unknown");
        }
        if (sizes.minimum(model).isEmpty()) {
            return Optional.of("model_unknown");
        }
        long bytes = fixed.stream().mapToLong(Prefixes::bytes).sum();
        return isLongEnough(model, bytes) ? Optional.empty() : Optional.of("too_short");
    }

    private boolean isLongEnough(String model, long bytes) {
        OptionalLong minimum = sizes.minimum(model);
        return minimum.isPresent() && sizes.atLeast(model, bytes) >= minimum.getAsLong();
    }

    /** At most one prefix of each level, the longest first. */
    private List<Prefix> candidates(List<Prefix> prefixes, String model, Marking marking) {
        List<Prefix> candidates = new ArrayList<>();
        for (Block.Level level : List.of(Block.Level.SYSTEM, Block.Level.TOOLS)) {
            List<Prefix> ofLevel = prefixes.stream()
                    .filter(prefix -> prefix.last().level() == level)
                    .filter(prefix -> prefix.last().markable() || prefix.last().marked())
                    .filter(prefix -> isLongEnough(model, prefix.bytes()))
                    .toList();
            candidate(ofLevel, marking).ifPresent(candidates::add);
        }
        return candidates;
    }

    /** The longest that pays; where a rule asks for marks anyway and none pays yet, the longest. */
    private Optional<Prefix> candidate(List<Prefix> ofLevel, Marking marking) {
        Optional<Prefix> paying = ofLevel.stream()
                .filter(prefix -> pays(prefix, marking == Marking.LONG ? LONG : SHORT))
                .reduce((shorter, longer) -> longer);
        return marking == Marking.AUTO
                ? paying
                : paying.or(() -> ofLevel.stream().reduce((a, b) -> b));
    }

    /** Whether writing this prefix to the cache is likely to be paid back. */
    private boolean pays(Prefix prefix, Duration lifetime) {
        return sightings.seenWithin(prefix.digest(), lifetime);
    }

    private static Marks set(Lens lens, List<Prefix> candidates, boolean longLived, List<Digest> digests) {
        if (candidates.isEmpty()) {
            return Marks.skipped("not_seen_before", digests);
        }
        long free = MOST_MARKS
                - lens.marksBesideTheAnswer().stream().filter(Node::isPresent).count();
        Edits edits = Edits.none();
        List<String> refused = new ArrayList<>();
        for (Prefix candidate : candidates) {
            Change change = free <= 0 ? Change.refuse("four_marks") : mark(lens, candidate.last(), longLived);
            if (change instanceof Change.Make make) {
                edits.and(make.edits());
                free -= make.edits().isEmpty() ? 0 : 1;
            } else if (change instanceof Change.Refuse refuse) {
                refused.add(refuse.reason());
            }
        }
        return new Marks(edits, edits.isEmpty() ? refused.stream().distinct().toList() : List.of(), digests);
    }

    private static Change mark(Lens lens, Block block, boolean longLived) {
        return block.marked() ? Change.make(Edits.none()) : lens.withMark(block, longLived);
    }

    @Override
    public String toString() {
        return "prompt_cache marks, " + sightings;
    }
}
