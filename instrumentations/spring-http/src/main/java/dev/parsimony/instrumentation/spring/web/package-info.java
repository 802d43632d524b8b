// SPDX-License-Identifier: Apache-2.0
/** What sees the classes of Spring's blocking clients: defined once beside every copy of them. */
@NullMarked
package dev.parsimony.instrumentation.spring.web;

import org.jspecify.annotations.NullMarked;
