// SPDX-License-Identifier: Apache-2.0
/** Classes of ours that must see classes of the application. */
@NullMarked
package dev.parsimony.beside;

import org.jspecify.annotations.NullMarked;
