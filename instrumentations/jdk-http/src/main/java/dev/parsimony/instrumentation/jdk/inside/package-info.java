// SPDX-License-Identifier: Apache-2.0
/** What sees the client's classes: defined once, beside the JVM's own. */
@NullMarked
package dev.parsimony.instrumentation.jdk.inside;

import org.jspecify.annotations.NullMarked;
