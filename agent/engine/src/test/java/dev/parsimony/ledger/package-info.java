// SPDX-License-Identifier: Apache-2.0
/** Tests of the ledger. */
@NullMarked
package dev.parsimony.ledger;

import org.jspecify.annotations.NullMarked;
