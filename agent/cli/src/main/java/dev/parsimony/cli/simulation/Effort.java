// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

/** How much a search may still do. For one thread. */
final class Effort {
    private long left;

    /** So many steps. */
    Effort(long steps) {
        this.left = steps;
    }

    /** Takes a step. */
    void spend() {
        left--;
    }

    /** Whether there are steps left. */
    boolean isLeft() {
        return left > 0;
    }
}
