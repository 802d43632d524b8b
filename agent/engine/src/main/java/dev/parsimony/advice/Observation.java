// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.Lens;
import java.math.BigDecimal;
import java.util.function.BooleanSupplier;

/**
 * A call that was sent and answered, as it is looked at. Nothing of it is kept but hashes and sizes.
 *
 * @param site the call site; empty if none was found
 * @param model the model it asked for
 * @param at when it ended, in nanoseconds from some origin
 * @param request the request as the application wrote it
 * @param body the request's body
 * @param account tells whose account it is on
 * @param trace the application's trace it stands in; empty for none
 * @param reusable whether the answer may be reused at all
 * @param input all input tokens, cached ones included
 * @param cached those of them that were read from a prompt cache
 * @param markable asks whether its prompt can be marked for a provider that caches what is marked alone, and nobody did
 * @param minimum the least that the model caches, in tokens
 * @param prices what it would have cost otherwise
 */
public record Observation(
        String site,
        String model,
        long at,
        Lens request,
        byte[] body,
        long account,
        String trace,
        boolean reusable,
        long input,
        long cached,
        BooleanSupplier markable,
        long minimum,
        Prices prices) {
    /** What the call would have cost otherwise. */
    public interface Prices {
        /**
         * What it would have cost less, had so many more tokens of its input been read from a prompt cache.
         *
         * @param tokens how many
         * @return in USD; 0 where that costs the same or is not known
         */
        BigDecimal ifRead(long tokens);

        /**
         * What it would have cost less, had so many more tokens of its input been written to a prompt cache.
         *
         * @param tokens how many
         * @return in USD; negative where writing has its price
         */
        BigDecimal ifWritten(long tokens);
    }
}
