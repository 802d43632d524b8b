// SPDX-License-Identifier: Apache-2.0
/**
 * The providers' HTTP APIs, answered from this machine: the same paths, the same refusals, the same event streams, with invented answers, billed by
 * {@link dev.parsimony.simulator.billing}. It keeps every request as the bytes that came, breaks on demand, and lets a test move its clock. Plain sockets,
 * because the JDK's own server loses the names and the order of the headers it was sent.
 */
@NullMarked
package dev.parsimony.simulator.http;

import org.jspecify.annotations.NullMarked;
