// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.instrumentation.genai.inside;

import org.jspecify.annotations.NullMarked;
