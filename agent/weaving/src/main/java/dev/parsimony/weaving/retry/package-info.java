// SPDX-License-Identifier: Apache-2.0
/** Advice for the retries of frameworks, above the seams of the SDKs: what is made again there is one call. */
@NullMarked
package dev.parsimony.weaving.retry;

import org.jspecify.annotations.NullMarked;
