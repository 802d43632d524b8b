// SPDX-License-Identifier: Apache-2.0
/** Tests of what sees Apache HttpClient's classes. */
@NullMarked
package dev.parsimony.instrumentation.apache.inside;

import org.jspecify.annotations.NullMarked;
