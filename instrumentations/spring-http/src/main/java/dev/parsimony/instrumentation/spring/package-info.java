// SPDX-License-Identifier: Apache-2.0
/** Spring's HTTP clients, which Spring AI's models send with where they use no provider's own SDK, and Spring's retries. */
@NullMarked
package dev.parsimony.instrumentation.spring;

import org.jspecify.annotations.NullMarked;
