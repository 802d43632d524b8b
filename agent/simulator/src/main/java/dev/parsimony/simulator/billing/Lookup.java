// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Instant;
import java.util.Map;

/**
 * What a prompt cache found and what it is about to keep.
 *
 * @param usage the prompt's tokens by class, no output yet
 * @param writes prefixes to keep, by key
 * @param shelf where to keep them
 */
record Lookup(Usage usage, Map<String, Lifetime> writes, Shelf shelf) {

    static Lookup miss(Prompt prompt) {
        return new Lookup(new Usage(prompt.tokens(), 0, 0, 0, 0, 0), Map.of(), new Shelf());
    }

    /** The answer begins: from this instant what was written can be read. */
    void begin(Instant at) {
        writes.forEach((key, life) -> shelf.put(key, life, at));
    }
}
