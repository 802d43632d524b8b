// SPDX-License-Identifier: Apache-2.0
/** The packaged agent in the frameworks, containers and JVMs that applications run in. */
@NullMarked
package dev.parsimony.containers;

import org.jspecify.annotations.NullMarked;
