// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import java.util.Set;

/**
 * One model of a provider, as far as requests and bills depend on it.
 *
 * @param id name without a snapshot's date
 * @param provider whose it is
 * @param embedding whether it embeds rather than answers
 * @param caching the rules of its prompt cache
 * @param minimumPrefix tokens below which a prefix is not cached
 * @param factor how it counts tokens
 * @param context tokens of prompt and answer together at most
 * @param maxOutput tokens of an answer at most
 * @param efforts how much thinking it can be asked for, least first; empty when it cannot be asked
 * @param traits what its requests may not do
 * @param tariff what it costs
 */
public record Model(
        String id,
        Provider provider,
        boolean embedding,
        Caching caching,
        int minimumPrefix,
        TokenFactor factor,
        int context,
        int maxOutput,
        List<String> efforts,
        Set<Trait> traits,
        Tariff tariff) {

    /** Whether the model has this trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        return id;
    }
}
