// SPDX-License-Identifier: Apache-2.0
/** What stands beside each copy of Micrometer, written against its version 1.9. */
@NullMarked
package dev.parsimony.telemetry.meters;

import org.jspecify.annotations.NullMarked;
