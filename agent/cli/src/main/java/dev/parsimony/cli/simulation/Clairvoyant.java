// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Outline;
import dev.parsimony.simulator.billing.Prompt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the traffic costs at the least for one who knows all of it beforehand and chooses marks and their lifetimes, but
 * neither delays nor reorders a call, nor asks the provider for a longer retention than it has by default. For small files
 * this is the optimum itself ({@link Search}); where searching for that would take too long, a lower bound of it.
 *
 * <p><b>Proof of the lower bound.</b> The prompts that share a cache form a tree of prefixes, one stem for each block that
 * ends one. A course bills each token of each call exactly once: as plain input, as read, or as written for one of the lives.
 * Take from any course the classes in which one stem's tokens were billed, call by call. Tokens are read only while an entry is
 * held that ends at or below their stem; such an entry was written or read by an earlier call that went through this stem, and
 * was renewed by such calls alone. So each stem's series obeys the rules of {@link Life}, which knows that stem alone. The bill
 * is the sum over stems of their series' prices, and is therefore no less than the sum of each stem's cheapest series, which
 * {@code Life} computes exactly. What is left out, that a request has four marks, that a mark looks back twenty blocks, and
 * that the series of different stems must fit together, can only make the true optimum dearer. Tokens whose every prefix is
 * below the provider's minimum are part of the first longer prefix of their path, without which they are never cached, and of
 * the plain input where there is none.
 *
 * <p>Models whose cache needs no marks leave nothing to choose: their bound is the bill as sent.
 */
final class Clairvoyant {
    private static final int SCALE = 12; // prices have no more than six digits behind the point for a million tokens
    private static final long MOST_WAYS = 100_000; // of sending a call, tried over all: some seconds

    private final List<TrafficCall> calls;
    private final List<Call> read;
    private final Predicate<TrafficCall> counts;
    private final Effort effort;
    private final Map<Key, Family> latest = new HashMap<>();
    private final List<Family> families = new ArrayList<>();
    private double fixed;

    /** The beginning that a family shares, at one cache. */
    private record Key(String model, String prefix) {}

    Clairvoyant(List<TrafficCall> calls, List<Call> read) {
        this(calls, read, MOST_WAYS, any -> true);
    }

    /** One who is charged for some of the calls alone. */
    static Clairvoyant of(Set<TrafficCall> those, List<TrafficCall> calls, List<Call> read) {
        return new Clairvoyant(calls, read, 0, those::contains); // what is free leaves too many ways that are as good
    }

    /**
     * One who knows all of the traffic.
     *
     * @param calls the calls, in order of time
     * @param read the same as the providers read them
     * @param ways how many ways of sending a call may be tried over all
     * @param counts which calls are charged for
     */
    Clairvoyant(List<TrafficCall> calls, List<Call> read, long ways, Predicate<TrafficCall> counts) {
        this.calls = calls;
        this.read = read;
        this.counts = counts;
        this.effort = new Effort(ways);
    }

    /**
     * The bound.
     *
     * @param asSent the bill as sent, which is one of the courses
     */
    Bound bound(BigDecimal asSent) {
        for (int i = 0; i < read.size(); i++) {
            if (isMarked(read.get(i))) {
                add(read.get(i), calls.get(i));
            }
        }
        double best = fixed + unmarked();
        boolean optimum = true;
        for (Family family : families) {
            Search search = new Search(family, effort);
            best += search.least();
            optimum &= search.isSolved();
        }
        return new Bound(
                BigDecimal.valueOf(best).setScale(SCALE, RoundingMode.HALF_EVEN).min(asSent), optimum);
    }

    private static boolean isMarked(Call call) {
        Caching caching = call.model().caching();
        return caching == Caching.MARKS || caching == Caching.BREAKPOINTS;
    }

    private void add(Call call, TrafficCall made) {
        Rates rates = counts.test(made)
                ? Rates.of(call, made.at())
                : Rates.of(call, made.at()).free();
        fixed += rates.output() * made.outputTokens();
        Prompt prompt = markedEverywhere(call);
        Outline outline = Outline.of(prompt);
        Key key = new Key(
                call.model().id(), beginning(call, outline, prompt.blocks().size() - 1));
        Family family = latest.get(key);
        if (family == null || !family.reaches(made.at())) {
            family = new Family();
            families.add(family);
            latest.put(key, family);
        }
        family.add(made.at(), call.model(), prompt, outline, rates);
    }

    private static Prompt markedEverywhere(Call call) {
        JsonNode body = call.body().deepCopy();
        Spot.of(body, call.model().caching()).forEach(Spot::mark);
        Prompt prompt = new Call(call.api(), call.model(), call.credential(), body).prompt();
        return prompt.within(prompt.wish().routing());
    }

    /** The shortest prefix that can be kept; the whole prompt where there is none. */
    private static String beginning(Call call, Outline outline, int last) {
        int block = 0;
        while (block < last && outline.tokens(block) < call.model().minimumPrefix()) {
            block++;
        }
        return last < 0 ? "" : outline.key(block);
    }

    /** What the calls cost that leave nothing to choose, as sent. */
    private double unmarked() {
        Agenda agenda =
                new Agenda(calls.isEmpty() ? Instant.EPOCH : calls.get(0).at());
        Set<TrafficCall> counted = calls.stream().filter(counts).collect(Collectors.toSet());
        Counter counter = new Counter(agenda, counted);
        for (int i = 0; i < read.size(); i++) {
            Call call = read.get(i);
            TrafficCall made = calls.get(i);
            if (!isMarked(call)) {
                agenda.at(made.at(), () -> counter.take(call, made, () -> {}, charge -> {}));
            }
        }
        agenda.run();
        return counter.totalApart().doubleValue();
    }
}
