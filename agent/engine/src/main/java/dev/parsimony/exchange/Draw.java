// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * What fell to a conversation in the comparison with calls left as written; the same for every call of it.
 *
 * @param control whether its calls are left as written, to measure the others against
 * @param group which group of conversations it is counted in, from 0 to below {@link #GROUPS}: how far the groups differ among
 *     themselves tells how far chance goes
 */
public record Draw(boolean control, int group) {
    /** How many groups there are. */
    public static final int GROUPS = 32;
}
