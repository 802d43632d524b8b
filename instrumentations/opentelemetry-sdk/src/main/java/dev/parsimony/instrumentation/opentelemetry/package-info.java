// SPDX-License-Identifier: Apache-2.0
/** Notices the OpenTelemetry SDK that an application builds for itself. */
@NullMarked
package dev.parsimony.instrumentation.opentelemetry;

import org.jspecify.annotations.NullMarked;
