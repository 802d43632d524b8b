// SPDX-License-Identifier: Apache-2.0
/** The JDK's own HTTP client, for whoever speaks to a model over it without an SDK that we know. */
@NullMarked
package dev.parsimony.instrumentation.jdk;

import org.jspecify.annotations.NullMarked;
