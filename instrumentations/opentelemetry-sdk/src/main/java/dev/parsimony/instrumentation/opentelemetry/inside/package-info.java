// SPDX-License-Identifier: Apache-2.0
/** What stands beside each copy of OpenTelemetry's SDK. */
@NullMarked
package dev.parsimony.instrumentation.opentelemetry.inside;

import org.jspecify.annotations.NullMarked;
