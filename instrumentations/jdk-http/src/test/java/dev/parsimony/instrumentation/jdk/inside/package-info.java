// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.instrumentation.jdk.inside;

import org.jspecify.annotations.NullMarked;
