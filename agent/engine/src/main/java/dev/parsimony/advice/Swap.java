// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.math.BigDecimal;

/**
 * A cheaper model in place of another, by a user's own measurement.
 *
 * @param from the model that is asked
 * @param to the cheaper one, of the same provider and API
 * @param share of the requests to the one, how many the other handles as well: above 0, 1 at most
 */
public record Swap(String from, String to, BigDecimal share) {}
