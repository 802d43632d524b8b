// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary of one call: the request as the application made it, what was decided about it, and what came back. Every
 * other package speaks in these nouns; this one imports nothing of ours.
 */
@NullMarked
package dev.parsimony.exchange;

import org.jspecify.annotations.NullMarked;
