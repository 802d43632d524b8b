// SPDX-License-Identifier: Apache-2.0
/**
 * Tells finished calls as OpenTelemetry spans and metrics: to the OpenTelemetry that runs in the JVM already, or by an SDK of
 * our own that nobody else sees.
 */
@NullMarked
package dev.parsimony.telemetry;

import org.jspecify.annotations.NullMarked;
