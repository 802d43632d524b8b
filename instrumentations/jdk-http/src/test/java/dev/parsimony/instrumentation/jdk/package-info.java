// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.instrumentation.jdk;

import org.jspecify.annotations.NullMarked;
