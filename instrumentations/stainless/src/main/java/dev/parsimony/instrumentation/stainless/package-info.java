// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP layer that the official OpenAI and Anthropic SDKs share: one generator (Stainless) makes both, and the classes
 * named here differ in the package they stand in and, between versions, in a few return types. So the seam is written once,
 * over the package's name, and reaches the SDK's members by handles that are found once per copy of the SDK.
 */
@NullMarked
package dev.parsimony.instrumentation.stainless;

import org.jspecify.annotations.NullMarked;
