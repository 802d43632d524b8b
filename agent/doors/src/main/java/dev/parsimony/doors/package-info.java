// SPDX-License-Identifier: Apache-2.0
/**
 * Where classes that we change reach us, and the front doors of plain HTTP clients. Most applications that have such a client
 * call no model with it, and an application is not to pay for the whole agent because it asks a neighbour for its health. So
 * four bytes are put at the head of the methods that requests enter by: they show the request to a lookout, which asks for
 * its method and path. Only for what may be a call to a model is the agent built, and the client's classes are woven anew
 * before that very request reaches them.
 *
 * <p>Nothing here names a class beyond the JDK's base, links an {@code invokedynamic} (no lambda, no text put together with
 * a plus), or starts a thread: it runs while the JVM loads classes, in applications that will never need us.
 */
@NullMarked
package dev.parsimony.doors;

import org.jspecify.annotations.NullMarked;
