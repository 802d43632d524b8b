// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Instant;

/**
 * A call that goes through a node of the tree of prefixes.
 *
 * @param at when it was made
 * @param tokens the node's own tokens
 * @param rates what a token costs in this call
 */
record Visit(Instant at, int tokens, Rates rates) {
    double plain() {
        return tokens * rates.plain();
    }

    double read() {
        return tokens * rates.read();
    }

    double write(int life) {
        return tokens * rates.lives().get(life).write();
    }
}
