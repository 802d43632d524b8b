// SPDX-License-Identifier: Apache-2.0
/** Tests of how the SDK is described. */
@NullMarked
package dev.parsimony.instrumentation.openai;

import org.jspecify.annotations.NullMarked;
