// SPDX-License-Identifier: Apache-2.0
/**
 * What calls came to: one aggregation for the summary of a process and for reports over ledgers, in memory that does not grow
 * with the number of calls.
 */
@NullMarked
package dev.parsimony.report;

import org.jspecify.annotations.NullMarked;
