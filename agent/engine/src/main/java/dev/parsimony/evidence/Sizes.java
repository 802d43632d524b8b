// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.util.OptionalLong;

/** What a model's prompt cache asks of a prefix, and how long a prefix is. */
public interface Sizes {
    /**
     * The shortest prefix the provider caches for a model.
     *
     * @param model the model's name as sent
     * @return tokens; empty if the model is not known
     */
    OptionalLong minimum(String model);

    /**
     * How many tokens a text has at the least. An estimate that is too high sets marks that do nothing.
     *
     * @param model the model's name as sent
     * @param bytes the text's length in bytes
     */
    long atLeast(String model, long bytes);
}
