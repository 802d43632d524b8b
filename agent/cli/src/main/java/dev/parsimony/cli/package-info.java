// SPDX-License-Identifier: Apache-2.0
/**
 * The commands of the jar. A command is a function from its arguments to a {@link dev.parsimony.cli.Result}: it prints
 * nothing, ends no process and asks the environment only through what it was made with. Here alone tokens are counted
 * exactly; the engine does what it does in an application.
 */
@NullMarked
package dev.parsimony.cli;

import org.jspecify.annotations.NullMarked;
