// SPDX-License-Identifier: Apache-2.0
/**
 * The ledger: one line of JSON for each finished call, in files that only their owner reads. Calls are handed over on the
 * application's threads and written by one thread of ours; what cannot be written is counted, in the ledger too.
 */
@NullMarked
package dev.parsimony.ledger;

import org.jspecify.annotations.NullMarked;
