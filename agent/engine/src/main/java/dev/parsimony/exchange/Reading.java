// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Set;

/**
 * What the reader of an answer has to know beside the answer.
 *
 * @param hidesUsage whether the usage event is there because we asked for it, and is to be kept from the application
 * @param customs how the host counts in a way of its own
 */
public record Reading(boolean hidesUsage, Set<Custom> customs) {
    /** Nothing is hidden, and the host counts as its API says. */
    public static final Reading PLAIN = new Reading(false, Set.of());

    /** Keeps a copy. */
    public Reading {
        customs = Set.copyOf(customs);
    }

    /** Whether the host has a custom. */
    public boolean has(Custom custom) {
        return customs.contains(custom);
    }
}
