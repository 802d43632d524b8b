// SPDX-License-Identifier: Apache-2.0
/** Azure OpenAI, through the SDK that Azure has of its own for it. */
@NullMarked
package dev.parsimony.instrumentation.azure;

import org.jspecify.annotations.NullMarked;
