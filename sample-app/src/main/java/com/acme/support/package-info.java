// SPDX-License-Identifier: Apache-2.0
/**
 * A small support desk as a team might write it without a thought about cost: it knows nothing of Parsimony, and imports
 * nothing of it.
 */
@NullMarked
package com.acme.support;

import org.jspecify.annotations.NullMarked;
