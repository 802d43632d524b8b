// SPDX-License-Identifier: Apache-2.0
/** What stands beside the application's copy of google-genai and of OkHttp: the advice, and the seam it calls. */
@NullMarked
package dev.parsimony.instrumentation.genai.inside;

import org.jspecify.annotations.NullMarked;
