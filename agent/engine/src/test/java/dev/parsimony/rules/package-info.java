// SPDX-License-Identifier: Apache-2.0
/** What the rules promise. */
@NullMarked
package dev.parsimony.rules;

import org.jspecify.annotations.NullMarked;
