// SPDX-License-Identifier: Apache-2.0
/** Advice made for tests, defined beside the SDK made for tests. */
@NullMarked
package dev.parsimony.weaving.advice;

import org.jspecify.annotations.NullMarked;
