// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parsimony.exchange.Digest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way that others may join. A leader that never reports back is forgotten after the longest wait; where more
 * calls are under way than are remembered, some are not joined, and nothing else happens.
 */
final class Flights {
    private static final int MOST = 4096;

    private final LongSupplier ticker;
    private final Duration longest;
    private final Cache<Digest, Flight> flights;

    Flights(LongSupplier ticker, Duration longest) {
        this.ticker = ticker;
        this.longest = longest;
        this.flights = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(longest)
                .ticker(ticker::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /** A flight that others can join, if there is none yet. */
    Flight begin() {
        return new Flight(ticker, longest);
    }

    /** The flight under way for this question, or this one from now on. */
    Flight board(Digest question, Flight mine) {
        return Optional.ofNullable(flights.asMap().putIfAbsent(question, mine)).orElse(mine);
    }

    /** Lets a flight land: newcomers find it no more, and those who wait hear of it. */
    void land(Digest question, Flight flight, @Nullable Stored answer) {
        flights.asMap().remove(question, flight);
        flight.land(answer);
    }

    int size() {
        flights.cleanUp();
        return (int) flights.estimatedSize();
    }

    @Override
    public String toString() {
        return flights.estimatedSize() + " flights";
    }
}
