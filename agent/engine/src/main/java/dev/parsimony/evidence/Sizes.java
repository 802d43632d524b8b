// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.util.Optional;

/** What models' prompt caches ask and cost, and how long a prefix is. */
public interface Sizes {
    /**
     * A model's rules.
     *
     * @param place where the request goes
     * @return the rules; empty if the model is not known, or its cache needs no telling
     */
    Optional<CacheRules> rules(Place place);

    /**
     * How many tokens a text has, about.
     *
     * @param model the model's name as sent
     * @param bytes the text's length in bytes
     */
    long tokens(String model, long bytes);
}
