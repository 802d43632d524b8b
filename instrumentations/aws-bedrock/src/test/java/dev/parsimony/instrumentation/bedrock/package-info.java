// SPDX-License-Identifier: Apache-2.0
/** What is woven, held to the newest SDK. */
@NullMarked
package dev.parsimony.instrumentation.bedrock;

import org.jspecify.annotations.NullMarked;
