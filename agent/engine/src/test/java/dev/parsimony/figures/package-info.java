// SPDX-License-Identifier: Apache-2.0
/** Our figures against figures reckoned by hand: from a provider's answer to the cent. */
@NullMarked
package dev.parsimony.figures;

import org.jspecify.annotations.NullMarked;
