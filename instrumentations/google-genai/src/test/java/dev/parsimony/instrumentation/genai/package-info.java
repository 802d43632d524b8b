// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.instrumentation.genai;

import org.jspecify.annotations.NullMarked;
