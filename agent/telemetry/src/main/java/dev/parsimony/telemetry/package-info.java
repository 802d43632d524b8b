// SPDX-License-Identifier: Apache-2.0
/**
 * Tells finished calls as OpenTelemetry spans and metrics, by an SDK of our own that nobody else sees, and joins the tracing
 * that the application runs itself. All names that are told stand in {@link dev.parsimony.telemetry.Convention} and
 * {@link dev.parsimony.telemetry.Keys}.
 */
@NullMarked
package dev.parsimony.telemetry;

import org.jspecify.annotations.NullMarked;
