// SPDX-License-Identifier: Apache-2.0
/** The seam, beside the newest SDK. */
@NullMarked
package dev.parsimony.instrumentation.bedrock.inside;

import org.jspecify.annotations.NullMarked;
