// SPDX-License-Identifier: Apache-2.0
/** Tests of the APIs that Parsimony speaks. */
@NullMarked
package dev.parsimony.dialect;

import org.jspecify.annotations.NullMarked;
