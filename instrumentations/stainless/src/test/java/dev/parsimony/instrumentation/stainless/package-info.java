// SPDX-License-Identifier: Apache-2.0
/** Tests of the seam in the oldest and the newest of both SDKs, against the provider simulator. */
@NullMarked
package dev.parsimony.instrumentation.stainless;

import org.jspecify.annotations.NullMarked;
