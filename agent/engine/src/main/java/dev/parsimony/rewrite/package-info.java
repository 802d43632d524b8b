// SPDX-License-Identifier: Apache-2.0
/**
 * What a plan changes in a request, as small steps in a fixed order ({@link dev.parsimony.rewrite.Rewriting}): another model,
 * a cap, usage on streams, and a stable prefix. Each says in one change what it would splice, or why it would not; none knows
 * a provider's field.
 */
@NullMarked
package dev.parsimony.rewrite;

import org.jspecify.annotations.NullMarked;
