// SPDX-License-Identifier: Apache-2.0
/** A class of the SDK's that a web application brings in its own version. */
@NullMarked
package com.openai.core;

import org.jspecify.annotations.NullMarked;
