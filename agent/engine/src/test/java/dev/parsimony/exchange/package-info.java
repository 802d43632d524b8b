// SPDX-License-Identifier: Apache-2.0
/** Tests of the vocabulary of one call. */
@NullMarked
package dev.parsimony.exchange;

import org.jspecify.annotations.NullMarked;
