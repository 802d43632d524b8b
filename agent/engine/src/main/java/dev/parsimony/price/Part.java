// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Locale;
import java.util.Optional;

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

    /** The part's name in a table of tariffs, {@code cache_write_5m}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String key) {
        for (Part part : values()) {
            if (part.key().equals(key)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The part's name in a bill, {@code cache write 5m}. */
    @Override
    public String toString() {
        return key().replace('_', ' ');
    }
}
