// SPDX-License-Identifier: Apache-2.0
/** The official OpenAI SDK for Java. */
@NullMarked
package dev.parsimony.instrumentation.openai;

import org.jspecify.annotations.NullMarked;
