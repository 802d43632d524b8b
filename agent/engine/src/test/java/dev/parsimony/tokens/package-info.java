// SPDX-License-Identifier: Apache-2.0
/** Tests of the estimates of tokens. */
@NullMarked
package dev.parsimony.tokens;

import org.jspecify.annotations.NullMarked;
