// SPDX-License-Identifier: Apache-2.0
/** Runs the sample without and with the agent and lays both bills side by side. */
@NullMarked
package dev.parsimony.sample;

import org.jspecify.annotations.NullMarked;
