// SPDX-License-Identifier: Apache-2.0
/** Tests of how the agent gets into an SDK. */
@NullMarked
package dev.parsimony.weaving;

import org.jspecify.annotations.NullMarked;
