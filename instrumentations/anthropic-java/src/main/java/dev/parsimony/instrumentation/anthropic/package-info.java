// SPDX-License-Identifier: Apache-2.0
/** The official Anthropic SDK for Java. */
@NullMarked
package dev.parsimony.instrumentation.anthropic;

import org.jspecify.annotations.NullMarked;
