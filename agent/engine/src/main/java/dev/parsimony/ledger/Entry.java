// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.time.Instant;

/** What a line of a ledger says. */
public sealed interface Entry permits LedgerLine, Gap {
    /** When a call began; of a gap, when it was noted. */
    Instant at();
}
