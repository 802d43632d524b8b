// SPDX-License-Identifier: Apache-2.0
/** What sees Apache HttpClient's classes: defined once beside every copy of them. */
@NullMarked
package dev.parsimony.instrumentation.apache.inside;

import org.jspecify.annotations.NullMarked;
