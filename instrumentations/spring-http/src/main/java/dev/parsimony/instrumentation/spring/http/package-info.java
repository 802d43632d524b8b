// SPDX-License-Identifier: Apache-2.0
/** What Spring's clients have in common: defined once beside every copy of each of them. */
@NullMarked
package dev.parsimony.instrumentation.spring.http;

import org.jspecify.annotations.NullMarked;
