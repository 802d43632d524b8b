// SPDX-License-Identifier: Apache-2.0
/** What sees the classes of Spring's reactive client: defined once beside every copy of them. */
@NullMarked
package dev.parsimony.instrumentation.spring.flux;

import org.jspecify.annotations.NullMarked;
