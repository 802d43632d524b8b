// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Instant;

/** A provider's prompt cache: what of a prompt it has, what it will keep. Not safe for use by several threads at once. */
interface PromptCache {

    /** Looks a prompt up at this instant, renewing what it reads. What is to be kept becomes readable only by {@link Lookup#begin}. */
    Lookup lookup(Prompt prompt, Instant at);

    /** The cache of models that have none. */
    static PromptCache none() {
        return (prompt, at) -> Lookup.miss(prompt);
    }
}
