// SPDX-License-Identifier: Apache-2.0
/** What end-to-end tests share: JVMs of their own, with the packaged agent in them, and a receiver for what it tells. */
@NullMarked
package dev.parsimony.testkit;

import org.jspecify.annotations.NullMarked;
