// SPDX-License-Identifier: Apache-2.0
/** How libraries log, once packed. */
@NullMarked
package dev.parsimony.telemetry.jul;

import org.jspecify.annotations.NullMarked;
