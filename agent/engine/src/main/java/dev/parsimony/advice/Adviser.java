// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.QuickHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches calls and says what would make them cheaper. What is said is what the very calls seen would have cost less; a year of
 * such traffic is that, drawn out over the time seen, and chance goes as far as the square root of how often it was seen. Where
 * a lever is pulled already, its saving is in the calls' cost and not said again. Shared by all threads.
 */
public final class Adviser {
    private static final int MOST_SITES = 200;
    /** Below that many calls nothing is said of a site, nor by fewer that would be cheaper. */
    private static final int FEWEST_CALLS = 20;

    private static final int FEWEST_GAINS = 5;
    private static final double YEAR = 365 * 86_400e9;
    private static final double HOUR = 3_600e9;
    private static final long FAR_ABOVE = 8;

    private final QuickHash.Key key;
    private final Lately lately = new Lately();
    private final Map<String, SiteRecord> sites = new LinkedHashMap<>();

    /**
     * An adviser that has seen nothing.
     *
     * @param key the secret in every hash
     */
    public Adviser(QuickHash.Key key) {
        this.key = key;
    }

    /** Notes a call. */
    public void note(Observation call) {
        QuickHash hash = key.hash();
        long request = hash.number(call.account())
                .text(call.model())
                .bytes(call.body(), 0, call.body().length)
                .digest()
                .high();
        long trace =
                call.trace().isEmpty() ? 0 : hash.text(call.trace()).digest().high() | 1;
        SiteRecord site = enter(call, request, trace);
        if (site != null) {
            look(site, call, Piece.of(call.request(), hash));
        }
    }

    /** The call's site, if its prompt is to be looked at too. */
    private synchronized @Nullable SiteRecord enter(Observation call, long request, long trace) {
        long since = lately.sinceLast(request, trace, call.at());
        if (sites.size() >= MOST_SITES && !sites.containsKey(call.site())) {
            return null;
        }
        SiteRecord site = sites.computeIfAbsent(call.site(), first -> new SiteRecord());
        return site.add(call, since) ? site : null;
    }

    private synchronized void look(SiteRecord site, Observation call, List<Piece> pieces) {
        site.look(call, pieces);
    }

    /**
     * What is to be said by now, the greatest saving first.
     *
     * @param now in nanoseconds, as the calls' own times
     */
    public synchronized List<Advice> advice(long now) {
        List<Advice> all = new ArrayList<>();
        sites.forEach((site, seen) -> {
            if (!site.isEmpty() && seen.calls() >= FEWEST_CALLS) {
                of(site, seen, now, all);
            }
        });
        all.sort(Comparator.comparingDouble(Advice::yearly).reversed());
        return all;
    }

    private static void of(String site, SiteRecord seen, long now, List<Advice> all) {
        double years =
                Math.max(HOUR, (double) (now - seen.began())) / YEAR; // less than an hour is no measure of a year
        money(
                site,
                "response_cache",
                seen,
                seen.repeats(),
                years,
                all,
                "%,d of %,d calls repeat another word for word within " + seen.ttlName(),
                "cache: {ttl: " + seen.ttlName() + ", scope: shared}");
        money(
                site,
                "prompt_cache",
                seen,
                seen.unread(),
                years,
                all,
                "%,d of %,d calls begin as the one before did, and read nothing of that from a cache",
                "prompt_cache: auto");
        money(
                site,
                "stable_prefix",
                seen,
                seen.broken(),
                years,
                all,
                "in %,d of %,d calls " + seen.breaker() + " varies and what stands behind it does not",
                "stable_prefix: on");
        cap(site, seen, all);
    }

    private static void money(
            String site,
            String lever,
            SiteRecord seen,
            Gain gain,
            double years,
            List<Advice> all,
            String evidence,
            String action) {
        if (gain.seen() < FEWEST_GAINS || gain.usd() <= 0) {
            return;
        }
        double yearly = gain.usd() / years;
        String said = String.format(Locale.ROOT, evidence, Math.min(gain.calls(), seen.calls()), seen.calls());
        all.add(new Advice(
                site,
                lever,
                gain.usd(),
                yearly,
                1.96 * yearly / Math.sqrt((double) gain.seen()),
                said,
                rule(site, lever, action)));
    }

    private static void cap(String site, SiteRecord seen, List<Advice> all) {
        if (seen.cap() > FAR_ABOVE * Math.max(1, seen.longest())) {
            long cap = 2 * Math.max(32, seen.longest());
            String said = String.format(
                    Locale.ROOT,
                    "the cap is %,d, and the longest of %,d answers took %,d tokens",
                    seen.cap(),
                    seen.calls(),
                    seen.longest());
            all.add(new Advice(site, "max_tokens", 0, 0, 0, said, rule(site, "max_tokens", "max_tokens: " + cap)));
        }
    }

    private static String rule(String site, String lever, String action) {
        String method = site.substring(site.lastIndexOf('.', site.lastIndexOf('.') - 1) + 1);
        String name = (method + " " + lever).replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
        return "{name: " + name + ", when: {call_site: \"" + site + "\"}, then: {" + action + "}}";
    }
}
