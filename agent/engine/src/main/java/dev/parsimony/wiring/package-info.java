// SPDX-License-Identifier: Apache-2.0
/**
 * Joins the steps to one engine and carries each call through them. The only package that knows all others, and the edge of
 * the engine: here the clock, the process's environment, the settings file and the stack of the calling thread are read.
 */
@NullMarked
package dev.parsimony.wiring;

import org.jspecify.annotations.NullMarked;
