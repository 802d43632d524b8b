// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.parsimony.doors;

import org.jspecify.annotations.NullMarked;
