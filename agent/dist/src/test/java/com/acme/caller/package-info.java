// SPDX-License-Identifier: Apache-2.0
/** An application that knows nothing of Parsimony. */
@NullMarked
package com.acme.caller;

import org.jspecify.annotations.NullMarked;
