// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;

/**
 * How many bytes of UTF-8 make one token. The simulator counts by these factors of its own, not by a tokenizer: 4 for OpenAI's newer models, 3.8 for
 * its older ones and embeddings, 3.6 for Claude up to 4.6, 4 for Gemini, and 2.8 from Opus 4.7 on, whose tokenizer yields about 30 % more tokens for the same text.
 *
 * @param tenths bytes per token, times ten
 */
public record TokenFactor(int tenths) {

    /** Tokens that a message, a system block or a tool costs beyond its text. */
    static final int OVERHEAD = 4;

    static TokenFactor of(BigDecimal bytesPerToken) {
        return new TokenFactor(bytesPerToken.movePointRight(1).intValueExact());
    }

    /** Tokens of this many bytes, rounded up. */
    public int tokens(long bytes) {
        return Math.toIntExact((bytes * 10 + tenths - 1) / tenths);
    }

    /** Tokens of this text. */
    public int tokens(String text) {
        return tokens(Utf8.length(text));
    }

    /** Where in a text this many tokens end, in bytes. */
    int bytes(int tokens) {
        return Math.toIntExact((long) tokens * tenths / 10);
    }
}
