// SPDX-License-Identifier: Apache-2.0
/** What is told of calls, and to whom. */
@NullMarked
package dev.parsimony.telemetry;

import org.jspecify.annotations.NullMarked;
