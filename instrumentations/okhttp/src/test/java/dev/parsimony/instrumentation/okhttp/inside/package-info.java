// SPDX-License-Identifier: Apache-2.0
/** Tests of what sees OkHttp's classes. */
@NullMarked
package dev.parsimony.instrumentation.okhttp.inside;

import org.jspecify.annotations.NullMarked;
