// SPDX-License-Identifier: Apache-2.0
package io.opentelemetry.javaagent.bootstrap;

/** A loader of the kind in which OpenTelemetry's Java agent keeps its own libraries. */
public final class StandIn extends ClassLoader {}
