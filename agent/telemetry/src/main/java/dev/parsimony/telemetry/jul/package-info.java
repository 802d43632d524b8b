// SPDX-License-Identifier: Apache-2.0
/**
 * Stands in for {@code java.util.logging} and {@code System.getLogger} under the libraries in the agent's jar, so that what they log reaches our own log
 * and never the application's.
 */
@NullMarked
package dev.parsimony.telemetry.jul;

import org.jspecify.annotations.NullMarked;
