// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

/** Whose prompt-cache marks a request carried when it was sent. */
public enum Marks {
    /** None of ours: whatever was cached would have been cached without us. */
    NONE,
    /** Ours alone: without us nothing would have been cached. */
    OURS,
    /** Ours beside the application's own: which of them a token was read by cannot be told. */
    BOTH
}
