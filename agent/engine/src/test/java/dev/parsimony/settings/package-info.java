// SPDX-License-Identifier: Apache-2.0
/** What the settings promise. */
@NullMarked
package dev.parsimony.settings;

import org.jspecify.annotations.NullMarked;
