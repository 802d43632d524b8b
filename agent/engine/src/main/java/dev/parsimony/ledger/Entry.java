// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

/** What a line of a ledger says. */
public sealed interface Entry permits LedgerLine, Gap {}
