// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Locale;

/**
 * A kind of token that has a price of its own at some provider. The kinds are disjoint: a token that is billed is of one of
 * them. What a provider bills like text, such as video and documents, is text here.
 */
public enum TokenKind {
    /** Input that is neither read from nor written to a cache. */
    INPUT,
    /** Images as input, where a provider counts them apart. */
    IMAGE_INPUT,
    /** Sound as input. */
    AUDIO_INPUT,
    /** Input read from a prompt cache. */
    CACHE_READ,
    /** Sound read from a prompt cache. */
    AUDIO_CACHE_READ,
    /** Input written to a prompt cache for the provider's shortest lifetime (Anthropic 5 minutes, OpenAI 30). */
    CACHE_WRITE,
    /** Input written to a prompt cache for its longer lifetime (Anthropic 1 hour, OpenAI 12). */
    CACHE_WRITE_LONG,
    /** Output that the application sees. */
    OUTPUT,
    /** Output spent on reasoning. */
    REASONING,
    /** Sound as output. */
    AUDIO_OUTPUT,
    /** Images as output. */
    IMAGE_OUTPUT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Whether tokens of this kind came in. */
    public boolean isInput() {
        return compareTo(OUTPUT) < 0;
    }

    /** What tokens of this kind were, had there been no prompt cache. */
    TokenKind uncached() {
        return switch (this) {
            case CACHE_READ, CACHE_WRITE, CACHE_WRITE_LONG -> INPUT;
            case AUDIO_CACHE_READ -> AUDIO_INPUT;
            default -> this;
        };
    }

    /** The kind's name in files and bills, {@code cache_read}. */
    @Override
    public String toString() {
        return word;
    }
}
