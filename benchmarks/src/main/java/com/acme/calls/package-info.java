// SPDX-License-Identifier: Apache-2.0
/**
 * Applications to be measured. They stand apart from the measuring, and know nothing of Parsimony, so that the agent takes
 * them for what they are: somebody's own code around an official SDK.
 */
@NullMarked
package com.acme.calls;

import org.jspecify.annotations.NullMarked;
