// SPDX-License-Identifier: Apache-2.0
/** Tests of reports. */
@NullMarked
package dev.parsimony.report;

import org.jspecify.annotations.NullMarked;
