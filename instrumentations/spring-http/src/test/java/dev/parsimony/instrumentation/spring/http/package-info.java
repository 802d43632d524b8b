// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.instrumentation.spring.http;

import org.jspecify.annotations.NullMarked;
