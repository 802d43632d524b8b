// SPDX-License-Identifier: Apache-2.0
/**
 * Recorded or generated traffic, played on a driven clock through the real engine against the rules by which providers bill
 * ({@link dev.parsimony.cli.simulation.Simulation}), beside what others would have done with it and what nobody could better.
 */
@NullMarked
package dev.parsimony.cli.simulation;

import org.jspecify.annotations.NullMarked;
