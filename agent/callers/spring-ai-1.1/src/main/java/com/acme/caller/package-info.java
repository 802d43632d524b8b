// SPDX-License-Identifier: Apache-2.0
/** An application that calls models, and has never heard of Parsimony. */
@NullMarked
package com.acme.caller;

import org.jspecify.annotations.NullMarked;
