// SPDX-License-Identifier: Apache-2.0
/** Tests of advice. */
@NullMarked
package dev.parsimony.advice;

import org.jspecify.annotations.NullMarked;
