// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a tariff names a price for, in the order in which a bill lists it. */
public enum Part {
    /** Input that no cache was asked for. */
    INPUT,
    /** Input read from a prompt cache. */
    CACHE_READ,
    /** Input written to a prompt cache for five minutes (Anthropic, Amazon Nova). */
    CACHE_WRITE_5M,
    /** Input written to a prompt cache for thirty minutes (OpenAI from GPT-5.6 on). */
    CACHE_WRITE_30M,
    /** Input written to a prompt cache for an hour (Anthropic). */
    CACHE_WRITE_1H,
    /** Input written to a prompt cache for twelve hours (OpenAI Responses from GPT-5.6 on). */
    CACHE_WRITE_12H,
    /** Output; reasoning included, where that has no price of its own. */
    OUTPUT,
    /** Output spent on reasoning, where it has a price of its own. */
    REASONING,
    /** Sound as input. */
    AUDIO_INPUT,
    /** Sound read from a prompt cache. */
    AUDIO_CACHE_READ,
    /** Sound as output. */
    AUDIO_OUTPUT,
    /** Images as input, where they have a price of their own. */
    IMAGE_INPUT,
    /** Images as output. */
    IMAGE_OUTPUT,
    /** Keeping an explicit cache, per million tokens and hour (Google). */
    CACHE_STORAGE;

    /** The writes to a prompt cache, the shortest lifetime first. */
    static final Set<Part> WRITES =
            Collections.unmodifiableSet(EnumSet.of(CACHE_WRITE_5M, CACHE_WRITE_30M, CACHE_WRITE_1H, CACHE_WRITE_12H));

    private static final Map<String, Part> BY_KEY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Part::key, part -> part));

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The part's name in a table of tariffs, {@code cache_write_5m}. */
    public String key() {
        return key;
    }

    /** Whether this is a write to a prompt cache, of some lifetime. */
    boolean isWrite() {
        return WRITES.contains(this);
    }

    static Optional<Part> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The part's name in a bill, {@code cache write 5m}. */
    @Override
    public String toString() {
        return key.replace('_', ' ');
    }
}
