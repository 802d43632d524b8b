// SPDX-License-Identifier: Apache-2.0
/** What sees OkHttp's classes: defined once beside every copy of them. */
@NullMarked
package dev.parsimony.instrumentation.okhttp.inside;

import org.jspecify.annotations.NullMarked;
