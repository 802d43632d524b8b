// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.evidence.CacheRules;
import dev.parsimony.evidence.Place;
import dev.parsimony.evidence.Sizes;
import dev.parsimony.price.Part;
import dev.parsimony.price.Prices;
import dev.parsimony.price.Tariffs;
import dev.parsimony.tokens.Estimator;
import dev.parsimony.tokens.Lean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What models' prompt caches ask and cost, by the tariffs, and how long a prefix is, by what was learned. The prices that a
 * tariff has for writing tell which lifetimes there are; a model without any keeps prefixes unasked, or none.
 *
 * @param tariffs what models cost
 * @param estimator how many tokens a text has
 * @param clock what time it is, since prices change
 */
record ModelSizes(Tariffs tariffs, Estimator estimator, InstantSource clock) implements Sizes {
    private static final int MOST_MARKS = 4; // Anthropic's, Amazon's and OpenAI's guides, November 2026

    @Override
    public Optional<CacheRules> rules(Place place) {
        Instant now = clock.instant();
        return tariffs.find(place.biller(), place.model())
                .flatMap(listing -> listing.tariff().at(now))
                .map(period -> period.prices(0, now))
                .flatMap(prices -> minimum(place).flatMap(minimum -> rules(minimum, prices)));
    }

    /** Who bills need not say; then the model's maker may. */
    private Optional<Long> minimum(Place place) {
        return Stream.of(place.biller(), maker(place.model()))
                .flatMap(biller -> tariffs.find(biller, place.model()).stream())
                .map(listing -> listing.tariff().limits())
                .map(limits -> limits.cacheable().isPresent() ? limits.cacheable() : limits.minimumCacheable())
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .findFirst();
    }

    private static String maker(String model) {
        return model.contains("claude") ? "anthropic" : "openai"; // who else charges for writes
    }

    private static Optional<CacheRules> rules(long minimum, Prices prices) {
        List<CacheRules.Life> lives = new ArrayList<>();
        life(lives, prices, Part.CACHE_WRITE_5M, Duration.ofMinutes(5));
        life(lives, prices, Part.CACHE_WRITE_30M, Duration.ofMinutes(30));
        life(
                lives,
                prices,
                Part.CACHE_WRITE_1H,
                Duration.ofHours(1)); // twelve hours are a longer retention, not asked for
        boolean unasked = prices.of(Part.CACHE_WRITE_30M).isPresent();
        return lives.isEmpty()
                ? Optional.empty()
                : ratio(prices, Part.CACHE_READ).map(read -> new CacheRules(minimum, read, lives, MOST_MARKS, unasked));
    }

    private static void life(List<CacheRules.Life> lives, Prices prices, Part part, Duration length) {
        ratio(prices, part).ifPresent(write -> lives.add(new CacheRules.Life(length, write)));
    }

    /** A price as a multiple of plain input. */
    private static Optional<Double> ratio(Prices prices, Part part) {
        Optional<BigDecimal> input = prices.of(Part.INPUT).filter(usd -> usd.signum() > 0);
        return input.flatMap(plain -> prices.of(part)
                .map(usd -> usd.divide(plain, MathContext.DECIMAL64).doubleValue()));
    }

    @Override
    public long tokens(String model, long bytes) {
        return estimator.tokens(model, bytes, Lean.EVEN);
    }
}
