// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.TokenKind;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prices of one model at one time, in USD per million tokens. What is not listed is unknown or not offered, never 0. */
public final class Prices {
    private final Map<Part, BigDecimal> usd;

    /**
     * Keeps a copy.
     *
     * @param usd what is listed, in USD per million tokens
     */
    public Prices(Map<Part, BigDecimal> usd) {
        Map<Part, BigDecimal> copy = new EnumMap<>(Part.class);
        copy.putAll(usd);
        this.usd = Collections.unmodifiableMap(copy);
    }

    /** The price of a part, in USD per million tokens, if it is listed. */
    public Optional<BigDecimal> of(Part part) {
        return Optional.ofNullable(usd.get(part));
    }

    /** All that is listed, in the order of a bill. */
    public Map<Part, BigDecimal> listed() {
        return usd;
    }

    /**
     * What tokens of a kind are priced as: reasoning as output and images as input, unless they have prices of their own here;
     * sound never as text.
     *
     * @return empty if nothing here is a price of that kind
     */
    Optional<Part> partOf(TokenKind kind) {
        return switch (kind) {
            case CACHE_WRITE -> shortWrite();
            case CACHE_WRITE_LONG -> longWrite();
            case REASONING -> listed(Part.REASONING).or(() -> listed(Part.OUTPUT));
            case IMAGE_INPUT -> listed(Part.IMAGE_INPUT).or(() -> listed(Part.INPUT));
            default -> Part.of(kind.toString()).flatMap(this::listed);
        };
    }

    private Optional<Part> listed(Part part) {
        return Optional.of(part).filter(usd::containsKey);
    }

    /** What a plain cache write is called here: the one of the shortest lifetime; empty if none is listed. */
    public Optional<Part> shortWrite() {
        return writes().stream().findFirst();
    }

    /** What a long-lived cache write is called here: the one of the next longer lifetime; empty if none is listed. */
    public Optional<Part> longWrite() {
        return writes().stream().skip(1).findFirst();
    }

    private List<Part> writes() {
        return Part.WRITES.stream().filter(usd::containsKey).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prices prices && usd.equals(prices.usd);
    }

    @Override
    public int hashCode() {
        return usd.hashCode();
    }

    /** The prices as they read in a sentence: {@code input 3, cache read 0.3, output 15}. */
    @Override
    public String toString() {
        return usd.entrySet().stream()
                .map(e -> e.getKey() + " " + Money.plain(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
