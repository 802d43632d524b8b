// SPDX-License-Identifier: Apache-2.0
/**
 * How many tokens a request will count for, guessed from its bytes and corrected by what providers report. Exact counting
 * costs milliseconds and belongs to the command line.
 */
@NullMarked
package dev.parsimony.tokens;

import org.jspecify.annotations.NullMarked;
