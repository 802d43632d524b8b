// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Sets marks for a prompt cache that wants them and takes a fee for writing, where that is expected to pay: by what was seen
 * of this very call site, at the prices of this very model, and no further than the call site's credit goes. The
 * application's own marks stay as they are and count against the provider's limit.
 */
public final class Marker {
    /** What it keeps itself at most, in bytes, beside the sightings and what calls under way need. */
    public static final long BYTES = KnownCaches.BYTES;

    /** A request with more marks than any provider takes is left alone. */
    private static final int MOST_MARKS = 64;

    private final QuickHash.Key key;
    private final Sizes sizes;
    private final Sightings sightings;
    private final LongSupplier ticker;
    private final KnownCaches caches = new KnownCaches();

    /**
     * A marker.
     *
     * @param key the secret in every hash
     * @param sizes what models ask of a prefix
     * @param sightings what was sent lately
     * @param ticker nanoseconds from some origin, never going back
     */
    public Marker(QuickHash.Key key, Sizes sizes, Sightings sightings, LongSupplier ticker) {
        this.key = key;
        this.sizes = sizes;
        this.sightings = sightings;
        this.ticker = ticker;
    }

    /**
     * Decides on the marks of a request.
     *
     * @param lens the request as it will be sent otherwise
     * @param place where it goes
     * @param site the call site; empty if it is not known
     * @param marking which marks may be set
     * @param accepted whether the host is known to accept marks
     */
    public Marks mark(Lens lens, Place place, String site, Marking marking, boolean accepted) {
        List<Block> blocks = lens.blocks();
        if (marking == Marking.OFF
                || blocks.stream().noneMatch(Block::markable)
                || lens.marksBesideTheAnswer().size() > MOST_MARKS) {
            return Marks.none();
        }
        Optional<CacheRules> rules = rules(lens, place);
        Optional<String> objection = objection(blocks, place, rules, accepted);
        if (objection.isPresent()) {
            return Marks.skipped(objection.get());
        }
        List<Prefix> prefixes = Prefixes.of(key.hash(), place, lens);
        Site known = caches.site(key.hash(), place, site);
        synchronized (known.lock()) {
            Course course = Course.of(ticker, known, rules.orElseThrow());
            Prompt prompt = new Prompt(prefixes, sightings, known, rules.orElseThrow(), course, ticker.getAsLong());
            Measure measure = new Measure(sizes, place.model());
            return rules.orElseThrow().unasked()
                    ? new Unasked(lens, prompt, measure).decide(marking)
                    : new Decision(lens, prompt, measure, rules.orElseThrow().marks()).decide(marking);
        }
    }

    /**
     * The call under way that writes what a request would read, if it waited for that.
     *
     * @param lens the request as it will be sent otherwise
     * @param place where it goes
     * @param site the call site; empty if it is not known
     * @param accepted whether the host is known to accept marks
     * @return completes when that call's answer has begun, or will not; empty if there is no such call
     */
    public Optional<CompletionStage<?>> writer(Lens lens, Place place, String site, boolean accepted) {
        Optional<CacheRules> rules = rules(lens, place);
        if (objection(lens.blocks(), place, rules, accepted).isPresent()) {
            return Optional.empty();
        }
        List<Prefix> prefixes = Prefixes.of(key.hash(), place, lens);
        synchronized (caches.site(key.hash(), place, site).lock()) {
            long now = ticker.getAsLong();
            for (int i = prefixes.size() - 1; i >= 0; i--) {
                Sighting sighting = sightings.of(prefixes.get(i).digest());
                Course writer = sighting.writer(now);
                if (writer != null || sighting.isHeld(now)) {
                    return Optional.ofNullable(writer).map(Course::news);
                }
            }
            return Optional.empty();
        }
    }

    private Optional<CacheRules> rules(Lens lens, Place place) {
        return sizes.rules(place).map(rules -> lens.tellsLives() ? rules : rules.briefly());
    }

    /** Asks what can be answered without hashing. */
    private Optional<String> objection(List<Block> blocks, Place place, Optional<CacheRules> rules, boolean accepted) {
        if (!accepted) {
            return Optional.of("host_unknown");
        }
        if (rules.isEmpty()) {
            return Optional.of("model_unknown");
        }
        long bytes = blocks.stream().mapToLong(Prefixes::bytes).sum();
        boolean enough = sizes.tokens(place.model(), bytes) >= rules.get().minimum();
        return enough ? Optional.empty() : Optional.of("too_short");
    }

    @Override
    public String toString() {
        return "prompt_cache marks, " + sightings;
    }
}
