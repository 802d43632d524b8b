// SPDX-License-Identifier: Apache-2.0
/** What sees LangChain4j's classes: defined once beside every copy of them. */
@NullMarked
package dev.parsimony.instrumentation.langchain4j.inside;

import org.jspecify.annotations.NullMarked;
