// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** Output, reasoning included. */
    OUTPUT,
    /** Sound as input. */
    AUDIO_INPUT,
    /** Sound read from a prompt cache. */
    AUDIO_CACHE_READ,
    /** Keeping an explicit cache, per million tokens and hour (Google). */
    CACHE_STORAGE;

    private static final Map<String, Part> BY_KEY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Part::key, part -> part));

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The part's name in a table of tariffs, {@code cache_write_5m}. */
    public String key() {
        return key;
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
