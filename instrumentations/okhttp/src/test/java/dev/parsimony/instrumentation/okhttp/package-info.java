// SPDX-License-Identifier: Apache-2.0
/** Tests of what is woven into OkHttp. */
@NullMarked
package dev.parsimony.instrumentation.okhttp;

import org.jspecify.annotations.NullMarked;
