// SPDX-License-Identifier: Apache-2.0
/**
 * What is told of a call, in OpenTelemetry's words and through its API alone. All names stand in {@link
 * dev.parsimony.telemetry.signals.Convention} and {@link dev.parsimony.telemetry.signals.Keys}.
 */
@NullMarked
package dev.parsimony.telemetry.signals;

import org.jspecify.annotations.NullMarked;
