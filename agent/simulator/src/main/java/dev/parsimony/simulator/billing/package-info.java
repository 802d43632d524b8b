// SPDX-License-Identifier: Apache-2.0
/**
 * How each provider counts, caches and bills: prompts as the providers read them, their prompt caches, their prices. Pure: no input or output, no
 * clock of its own, no thread; everything here is told the time. It shares nothing with the engine, neither code nor data, so that it can judge it.
 */
@NullMarked
package dev.parsimony.simulator.billing;

import org.jspecify.annotations.NullMarked;
