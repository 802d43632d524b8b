// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

/**
 * One way of sending a call.
 *
 * @param usd what its input costs
 * @param stock what the provider holds afterwards
 */
record Move(double usd, Stock stock) {}
