// SPDX-License-Identifier: Apache-2.0
/** Kinds of traffic from stated seeds, and what each costs: as sent, with Parsimony, by fixed strategies, and at the bound. */
@NullMarked
package dev.parsimony.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
