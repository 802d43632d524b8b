// SPDX-License-Identifier: Apache-2.0
/**
 * Answers that may be given again: which request is the same as an earlier one, which answer may be kept, who may be given
 * it, and what becomes of identical calls that are under way at the same time. {@link dev.parsimony.recall.Answers} is the
 * door. Content lives in memory only, bounded by bytes, and only where a rule asked for it.
 */
@NullMarked
package dev.parsimony.recall;

import org.jspecify.annotations.NullMarked;
