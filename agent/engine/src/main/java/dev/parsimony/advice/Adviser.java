// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.Hindsight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums up hindsight and says what would make calls cheaper. What is said is what the very calls seen would have cost less; a
 * year of such traffic is that, drawn out over the time seen, and chance goes as far as the square root of how often it was
 * seen. Where a lever is pulled already, its saving is in the calls' cost and not said again. Each piece of advice stands by
 * itself: two for one site may save the same dollar. Shared by all threads.
 */
public final class Adviser {
    static final String RESPONSE_CACHE = "response_cache";
    static final String PROMPT_CACHE = "prompt_cache";
    static final String STABLE_PREFIX = "stable_prefix";

    /** Below that many calls nothing is said of a site, nor by fewer that would be cheaper. */
    private static final int FEWEST_CALLS = 20;

    private static final int FEWEST_GAINS = 5;
    private static final double YEAR = 365 * 86_400e9;
    /** Less than an hour is no measure of a year, and is taken for one. */
    private static final double HOUR = 3_600e9;

    private static final long FAR_ABOVE = 8;

    private final int mostSites;
    private final Map<String, SiteRecord> sites = new LinkedHashMap<>();

    /**
     * An adviser that has seen nothing.
     *
     * @param mostSites how many call sites it keeps; later ones are passed over
     */
    public Adviser(int mostSites) {
        this.mostSites = mostSites;
    }

    /**
     * Adds a call that was sent, answered and priced.
     *
     * @param site its call site; where none was found, no rule can name it and nothing is said
     * @param at when it ended, in nanoseconds from some origin
     * @param usd what it cost
     * @param output tokens of its answer
     * @param hindsight what would have made it cheaper
     */
    public synchronized void add(String site, long at, BigDecimal usd, long output, Hindsight hindsight) {
        SiteRecord known = site(site);
        if (known != null) {
            known.add(at, usd, output, hindsight);
        }
    }

    /**
     * Adds what such a call would have cost less at a cheaper model.
     *
     * @param site its call site
     * @param at when it ended, in nanoseconds from the same origin
     * @param swap the cheaper model
     * @param less in USD, had this one gone there
     */
    public synchronized void add(String site, long at, Swap swap, BigDecimal less) {
        SiteRecord known = site(site);
        if (known != null) {
            known.add(at, swap, less);
        }
    }

    private @Nullable SiteRecord site(String name) {
        boolean known = sites.containsKey(name);
        return name.isEmpty() || (!known && sites.size() >= mostSites)
                ? null
                : sites.computeIfAbsent(name, first -> new SiteRecord());
    }

    /**
     * What is to be said by now, the greatest saving first.
     *
     * @param now in nanoseconds, as the calls' own times
     */
    public synchronized List<Advice> advice(long now) {
        List<Advice> all = new ArrayList<>();
        sites.forEach((site, seen) -> new Finding(site, seen, years(seen, now)).tell(all));
        all.sort(Comparator.comparingDouble(Advice::yearly).reversed());
        return all;
    }

    /** The levers that would save something at a site, caps and cheaper models apart; quick to say. */
    public synchronized Set<String> levers(String site) {
        SiteRecord seen = sites.get(site);
        return seen == null || seen.calls() < FEWEST_CALLS
                ? Set.of()
                : seen.gains().entrySet().stream()
                        .filter(lever -> isWorthIt(lever.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /**
     * What one of {@link #levers} would save.
     *
     * @param now in nanoseconds, as the calls' own times
     * @return in USD in a year, as {@link #advice} says it; 0 if nothing
     */
    public synchronized double yearly(String site, String lever, long now) {
        SiteRecord seen = sites.get(site);
        return seen != null && levers(site).contains(lever)
                ? Objects.requireNonNull(seen.gains().get(lever)).usd().doubleValue() / years(seen, now)
                : 0;
    }

    private static boolean isWorthIt(Gain gain) {
        return gain.seen() >= FEWEST_GAINS && gain.usd().signum() > 0;
    }

    private static double years(SiteRecord seen, long now) {
        return Math.max(HOUR, (double) (now - seen.began())) / YEAR;
    }

    /** What is to be said of one call site. */
    private record Finding(String site, SiteRecord seen, double years) {
        void tell(List<Advice> all) {
            if (seen.calls() >= FEWEST_CALLS) {
                repeats(all);
                unread(all);
                broken(all);
                cap(all);
            }
            seen.swaps().forEach((swap, gain) -> model(swap, gain, all));
        }

        private void repeats(List<Advice> all) {
            String ttl = seen.ttlName();
            String evidence = of(seen.repeats()) + " repeat another word for word within " + ttl;
            money(RESPONSE_CACHE, seen.repeats(), evidence, Rule.of("cache: {ttl: " + ttl + ", scope: shared}"), all);
        }

        private void unread(List<Advice> all) {
            String evidence = of(seen.unread()) + " begin as the one before did, and read nothing of that from a cache";
            money(PROMPT_CACHE, seen.unread(), evidence, Rule.of("prompt_cache: auto"), all);
        }

        private void broken(List<Advice> all) {
            String evidence = "in " + of(seen.broken()) + " " + seen.breaker()
                    + " varies and much of what stands behind it does not";
            money(STABLE_PREFIX, seen.broken(), evidence, Rule.of("stable_prefix: on"), all);
        }

        private void model(Swap swap, Gain gain, List<Advice> all) {
            boolean some = swap.share().compareTo(BigDecimal.ONE) < 0;
            String share = swap.share().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            String evidence = of(gain) + " went to " + swap.from() + ", and " + share + " of such are handled by "
                    + swap.to() + ", as you say" + (some ? "; in place of sample put what tells those apart" : "");
            Rule rule = Rule.of("model: " + swap.to()).when("model: " + swap.from());
            money("model", gain, evidence, some ? rule.when("sample: " + share) : rule, all);
        }

        private void money(String lever, Gain gain, String evidence, Rule rule, List<Advice> all) {
            if (isWorthIt(gain)) {
                double yearly = gain.usd().doubleValue() / years;
                double margin = 1.96 * yearly / Math.sqrt((double) gain.seen());
                all.add(new Advice(site, lever, gain.usd(), yearly, margin, evidence, rule.at(site, lever)));
            }
        }

        private String of(Gain gain) {
            long total = Math.max(seen.calls(), gain.calls());
            return Advice.words("%,d of %,d calls", gain.calls(), total);
        }

        private void cap(List<Advice> all) {
            if (seen.cap() > FAR_ABOVE * Math.max(1, seen.longest())) {
                String said = Advice.words(
                        "the cap is %,d, and the longest of %,d answers took %,d tokens",
                        seen.cap(), seen.calls(), seen.longest());
                Rule rule = Rule.of("max_tokens: " + 2 * Math.max(32, seen.longest()));
                all.add(new Advice(site, "max_tokens", BigDecimal.ZERO, 0, 0, said, rule.at(site, "max_tokens")));
            }
        }
    }
}
