// SPDX-License-Identifier: Apache-2.0
/**
 * The user's rules: conditions over the {@link dev.parsimony.exchange.Facts} of one call, and the actions of the rules that
 * apply, folded into one {@link dev.parsimony.exchange.Plan}. Pure, compiled when the settings are loaded, without a trace of
 * the file they came from.
 */
@NullMarked
package dev.parsimony.rules;

import org.jspecify.annotations.NullMarked;
