// SPDX-License-Identifier: Apache-2.0
/** Tests of the classes that run before the application. */
@NullMarked
package dev.parsimony.premain;

import org.jspecify.annotations.NullMarked;
