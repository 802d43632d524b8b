// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;

/**
 * Tokens that providers counted, of calls that went out.
 *
 * @param input all input tokens, cached ones included
 * @param cacheRead those read from a prompt cache
 * @param cacheWrite those written to one
 * @param output output tokens, reasoning included
 * @param reasoning those spent on reasoning
 */
public record Tokens(long input, long cacheRead, long cacheWrite, long output, long reasoning) {
    static final Tokens NONE = new Tokens(0, 0, 0, 0, 0);

    static Tokens of(Usage usage) {
        return new Tokens(
                usage.totalInput(),
                usage.cacheRead(),
                usage.cacheWrite(),
                usage.totalOutput(),
                usage.of(TokenKind.REASONING));
    }

    Tokens and(Tokens more) {
        return new Tokens(
                input + more.input,
                cacheRead + more.cacheRead,
                cacheWrite + more.cacheWrite,
                output + more.output,
                reasoning + more.reasoning);
    }
}
