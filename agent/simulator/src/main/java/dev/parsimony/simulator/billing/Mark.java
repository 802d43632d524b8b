// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

/** A caller's wish to cache the prompt up to the end of a block. */
public enum Mark {
    /** None. */
    NONE,
    /** For the short life: Anthropic 5 minutes, OpenAI 30 minutes. */
    SHORT,
    /** For the long life: Anthropic 1 hour, OpenAI 12 hours. */
    LONG
}
