// SPDX-License-Identifier: Apache-2.0
/** Tests of what is woven into Apache HttpClient. */
@NullMarked
package dev.parsimony.instrumentation.apache;

import org.jspecify.annotations.NullMarked;
