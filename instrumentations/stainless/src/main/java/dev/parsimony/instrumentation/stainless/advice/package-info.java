// SPDX-License-Identifier: Apache-2.0
/**
 * The advice around the seam, one line each. These classes, and only these, are defined anew beside every copy of an SDK, in
 * a loader that sees both it and the agent; their signatures name no type of either.
 */
@NullMarked
package dev.parsimony.instrumentation.stainless.advice;

import org.jspecify.annotations.NullMarked;
