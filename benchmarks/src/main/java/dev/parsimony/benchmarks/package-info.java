// SPDX-License-Identifier: Apache-2.0
/**
 * Measures what Parsimony costs itself: before an application's first line, at the first class of an SDK, and in every call,
 * always next to the same thing without the agent, in turn.
 */
@NullMarked
package dev.parsimony.benchmarks;

import org.jspecify.annotations.NullMarked;
