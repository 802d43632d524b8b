// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.tokens;

/** To which side an estimate errs. */
public enum Lean {
    /** To neither: the likeliest count. */
    EVEN,
    /** Rather too few: where a minimum must be reached. */
    LOW,
    /** Rather too many: where a limit must be kept. */
    HIGH
}
