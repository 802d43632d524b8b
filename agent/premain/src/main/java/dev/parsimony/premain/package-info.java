// SPDX-License-Identifier: Apache-2.0
/**
 * The few classes that the application's class path sees: what runs before {@code main}, the transformer that knows only the
 * names of the classes we weave, and the loader in which everything else lives apart. They are compiled for Java 8, name
 * nothing outside {@code java.base} and {@code java.instrument}, and use no lambda, no logging and no regular expression, so
 * that an application without an LLM SDK pays next to nothing and an old JVM is told politely that we stay out.
 */
@NullMarked
package dev.parsimony.premain;

import org.jspecify.annotations.NullMarked;
