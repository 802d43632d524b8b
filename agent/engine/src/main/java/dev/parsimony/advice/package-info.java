// SPDX-License-Identifier: Apache-2.0
/**
 * What could be saved, by the traffic seen: requests repeated word for word, prefixes that repeat uncached, prefixes that a
 * block breaks which varies, caps far above what is used. Looks at hashes and sizes alone, in bounded memory, and sends
 * nothing.
 */
@NullMarked
package dev.parsimony.advice;

import org.jspecify.annotations.NullMarked;
