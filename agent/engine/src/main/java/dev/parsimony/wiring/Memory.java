// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Pepper;
import dev.parsimony.recall.Answers;
import dev.parsimony.recall.Fingerprints;

/**
 * What outlasts calls so that answers can be given again.
 *
 * @param answers the exact cache
 * @param fingerprints tells which requests are the same
 * @param maxStream the longest stream that is copied for it, in bytes
 * @param maxPlain the longest plain answer that is copied for it, in bytes
 */
record Memory(Answers answers, Fingerprints fingerprints, int maxStream, int maxPlain) {
    /** An empty memory. */
    static Memory of(Answers answers, Pepper pepper, int maxStream, int maxPlain) {
        return new Memory(answers, new Fingerprints(pepper), maxStream, maxPlain);
    }
}
