// SPDX-License-Identifier: Apache-2.0
/** Holds what ledgers say against what a provider billed. */
@NullMarked
package dev.parsimony.cli.reconciliation;

import org.jspecify.annotations.NullMarked;
