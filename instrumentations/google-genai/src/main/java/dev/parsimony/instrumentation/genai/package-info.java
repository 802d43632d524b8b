// SPDX-License-Identifier: Apache-2.0
/** Google's own SDK for Gemini, {@code com.google.genai:google-genai}. */
@NullMarked
package dev.parsimony.instrumentation.genai;

import org.jspecify.annotations.NullMarked;
