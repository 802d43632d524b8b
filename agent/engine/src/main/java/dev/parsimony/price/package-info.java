// SPDX-License-Identifier: Apache-2.0
/**
 * What tokens cost and what was saved: the project's own table of tariffs ({@code parsimony/tariffs.json}), the arithmetic of a
 * bill, and the comparison of a call with what it would have cost as the application wrote it. Everything here is a pure
 * function of the table; money is exact. Tables in the formats of others are to become a {@link
 * dev.parsimony.price.TariffTable} too: nothing behind that record knows where it came from.
 */
@NullMarked
package dev.parsimony.price;

import org.jspecify.annotations.NullMarked;
