// SPDX-License-Identifier: Apache-2.0
/**
 * How the agent gets into an SDK's classes, and the only place that knows Byte Buddy.
 *
 * <pre>
 * SDK class --indy--> java.lang.ParsimonyDispatcher --> Linker (agent's loader)
 *                                                         |
 *          JointLoader (SDK's loader and ours) <----------+   one per application loader and instrumentation, held weakly
 *            advice classes of the instrumentation  --> drivers (agent's loader) --> engine
 * </pre>
 *
 * Nothing is copied into the SDK's class but one {@code invokedynamic} per advice, so an advice is a class like any other: it
 * may have fields, lambdas and breakpoints. What fails to link does nothing for ever.
 */
@NullMarked
package dev.parsimony.weaving;

import org.jspecify.annotations.NullMarked;
