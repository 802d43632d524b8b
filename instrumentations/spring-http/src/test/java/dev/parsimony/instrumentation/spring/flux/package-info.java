// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.instrumentation.spring.flux;

import org.jspecify.annotations.NullMarked;
