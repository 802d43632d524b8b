// SPDX-License-Identifier: Apache-2.0
/** LangChain4j, where its models use the HTTP clients of its own. */
@NullMarked
package dev.parsimony.instrumentation.langchain4j;

import org.jspecify.annotations.NullMarked;
