// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.reconciliation;

import dev.parsimony.exchange.TokenKind;
import java.util.Locale;
import java.util.Set;

/** What is billed. */
public enum Kind {
    /** Input tokens that are in no cache, of any modality. */
    INPUT(TokenKind.INPUT, TokenKind.IMAGE_INPUT, TokenKind.AUDIO_INPUT),
    /** Input tokens read from a prompt cache. */
    CACHE_READ(TokenKind.CACHE_READ, TokenKind.AUDIO_CACHE_READ),
    /** Input tokens written to a prompt cache, for any lifetime. */
    CACHE_WRITE(TokenKind.CACHE_WRITE, TokenKind.CACHE_WRITE_LONG),
    /** Output tokens, reasoning included. */
    OUTPUT(TokenKind.OUTPUT, TokenKind.REASONING, TokenKind.AUDIO_OUTPUT, TokenKind.IMAGE_OUTPUT),
    /** Money, in USD. */
    USD;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final Set<TokenKind> tokens;

    Kind(TokenKind... tokens) {
        this.tokens = Set.of(tokens);
    }

    /** The kinds of tokens that are counted as this; none for money. */
    Set<TokenKind> tokens() {
        return tokens;
    }

    /** The word in tables, {@code cache_read}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
