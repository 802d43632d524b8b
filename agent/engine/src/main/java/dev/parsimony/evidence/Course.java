// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call's way past the provider's cache: what it was told to keep is there once the answer begins, and what came of it is
 * known when the answer has ended.
 */
public final class Course {
    /** How much longer than read a prefix must be, by our estimate, to count as not read. */
    private static final double ESTIMATE = 1.5;

    private final LongSupplier ticker;
    private final @Nullable Site site;
    private final @Nullable CacheRules rules;
    private final Flight flight = new Flight();
    private final List<Keeping> kept = new ArrayList<>();
    private final List<Expected> held = new ArrayList<>();
    private @Nullable Sighting longest;
    private @Nullable Covered covered;
    private double cost;
    private double worst;
    private double reserved;
    private boolean onCredit;
    private boolean begun;
    private boolean settled;
    private double foreseen = -1;
    private @Nullable LeftAlone alone;
    private @Nullable Sighting whole;
    private final CompletableFuture<Void> news = new CompletableFuture<>();

    /** What the provider is told to keep, and how long, in nanoseconds. */
    private record Keeping(Sighting sighting, long nanos) {}

    /** What the provider is expected to hold, and how long it is, in tokens. */
    private record Expected(Sighting sighting, double tokens) {}

    private Course(LongSupplier ticker, @Nullable Site site, @Nullable CacheRules rules) {
        this.ticker = ticker;
        this.site = site;
        this.rules = rules;
    }

    /** A call that is none of our business. */
    public static Course none() {
        return new Course(() -> 0, null, null);
    }

    static Course of(LongSupplier ticker, Site site, CacheRules rules) {
        Course course = new Course(ticker, site, rules);
        course.flight.begin(course, ticker.getAsLong());
        return course;
    }

    /** Whether it is under way, for those who outlive it. */
    Flight flight() {
        return flight;
    }

    /** The provider is told to keep a prefix. */
    void keeps(Sighting sighting, Duration life) {
        kept.add(new Keeping(sighting, life.toNanos()));
    }

    /** Whether the provider is told to keep a prefix. */
    boolean isKeeping(Sighting sighting) {
        return kept.stream().anyMatch(keeping -> keeping.sighting == sighting);
    }

    /** Completes when the answer has begun, or will not. */
    CompletionStage<?> news() {
        return news;
    }

    /** The provider is expected to hold a prefix already. */
    void expects(Sighting sighting, double tokens) {
        held.add(new Expected(sighting, tokens));
    }

    /** This is the longest prefix that bears a mark: the provider counts its length, whether it reads or writes it. */
    void counts(Sighting sighting) {
        longest = sighting;
    }

    /**
     * Marks of ours are on the request, whose cost is put to their account.
     *
     * @param expected what they will cost, in tokens of plain input
     * @param atWorst what they will if the provider holds nothing of what it is expected to hold
     * @param byTheApplication what it would cost without them
     */
    void judged(double expected, double atWorst, Covered byTheApplication) {
        covered = byTheApplication;
        worst = atWorst;
        reserve(account().lends() ? expected : atWorst);
    }

    /**
     * The provider is told not to keep what else it would have, which is then not there to read.
     *
     * @param tokens what that costs this call, in tokens of plain input
     */
    void forgoes(double tokens) {
        reserve(tokens);
    }

    private void reserve(double tokens) {
        cost += tokens;
        reserved += tokens;
        account().reserve(tokens);
    }

    /** Nobody but us wants these marks, so that they must not cost more than there is credit for. */
    void onCredit() {
        onCredit = true;
    }

    /** What the call would have used had the provider been left to itself, which then held the whole prompt. */
    void insteadOf(LeftAlone leftAlone, Sighting prompt) {
        alone = leftAlone;
        whole = prompt;
    }

    /**
     * What the call would have used had a provider that keeps prompts unasked been left to itself, by estimate.
     *
     * @param usage what it has used
     * @return empty where the provider keeps nothing unasked
     */
    public Optional<Usage> leftAlone(Usage usage) {
        return Optional.ofNullable(alone).map(estimate -> estimate.instead(usage));
    }

    /** The provider is left to itself, and expected to read so many tokens. */
    void leftAlone(double expectedRead) {
        foreseen = expectedRead;
    }

    /** The answer has begun: what was written can be read. */
    public void begun() {
        locked(() -> {
            long now = ticker.getAsLong();
            kept.forEach(keeping -> keeping.sighting.hold(now, keeping.nanos));
            if (whole != null && rules != null) {
                whole.wouldHold(now, rules.brief().length().toNanos());
            }
            flight.end();
            begun = true;
        });
    }

    /**
     * The answer has ended.
     *
     * @param usage what the provider counted, of the prompt at least; null if it did not say
     */
    public void ended(@Nullable Usage usage) {
        locked(() -> {
            settle(usage);
            kept.clear();
            held.clear();
        });
    }

    private void settle(@Nullable Usage usage) {
        if (settled) {
            return; // when its answer broke off
        }
        if (usage == null || rules == null) {
            untold();
        } else {
            told(usage, rules);
        }
    }

    private void told(Usage usage, CacheRules rules) {
        account().counted((double) usage.totalInput());
        if (site != null && foreseen >= 0) {
            site.strangers().saw(usage.cacheRead(), foreseen, usage.totalInput());
        }
        double read = usage.cacheRead() * ESTIMATE;
        held.stream().filter(expected -> expected.tokens > read).forEach(expected -> expected.sighting.letGo());
        if (usage.cacheRead() + usage.cacheWrite() == 0) {
            kept.forEach(keeping -> keeping.sighting.letGo());
        }
        settle(balance(usage, rules));
        if (longest != null && usage.tools().isEmpty()) { // a tool of the provider's has the prompt read several times
            longest.counted(usage.cacheRead() + usage.cacheWrite());
        }
    }

    /** What our marks came to; where the provider was left alone, only what our earlier ones have cost this call. */
    private double balance(Usage usage, CacheRules rules) {
        if (alone != null) {
            return foreseen >= 0 ? alone.arrears(foreseen) : alone.balance(usage);
        }
        return covered == null ? 0 : covered.balance(usage, rules);
    }

    /** The call failed, or went out as written after all. Unless its answer had begun, it left nothing and cost nothing. */
    public void lost() {
        broken(null);
    }

    /**
     * The call failed, perhaps in the middle of its answer, and may be made again.
     *
     * @param counted what the provider had counted of the prompt by then; null if it had not said
     */
    public void broken(@Nullable Usage counted) {
        locked(() -> settle(counted));
    }

    /**
     * What failed goes out again.
     *
     * @return whether with the same marks; false where they have lost too much by now, so that it is to go without
     */
    public boolean again() {
        if (site == null) {
            return true;
        }
        synchronized (site.lock()) {
            boolean marked = covered != null || (alone != null && foreseen < 0);
            if (onCredit && marked && account().isOverdrawn()) {
                return false;
            }
            flight.begin(this, ticker.getAsLong());
            begun = false;
            settled = false;
            reserved = cost;
            account().reserve(reserved);
            return true;
        }
    }

    /** Nobody says what it cost. Where there is an answer, it has cost something: the worst is taken. */
    private void untold() {
        boolean charged = begun && covered != null && alone == null;
        if (charged) {
            kept.forEach(keeping -> keeping.sighting.letGo());
            held.forEach(expected -> expected.sighting.letGo());
        }
        settle(begun ? -atWorst() * ESTIMATE : 0);
    }

    private double atWorst() {
        return alone == null ? worst : -alone.arrears(Math.max(0, foreseen));
    }

    private void settle(double balance) {
        flight.end();
        settled = true;
        account().settle(reserved, balance);
        reserved = 0;
    }

    private Account account() {
        return site == null ? Account.late() : site.account();
    }

    private void locked(Runnable what) {
        if (site != null) {
            synchronized (site.lock()) {
                what.run();
            }
            news.complete(null); // not under the lock: who waits goes on at once
        }
    }
}
