// SPDX-License-Identifier: Apache-2.0
/** What sees the classes of Azure's SDK: defined once beside every copy of them. */
@NullMarked
package dev.parsimony.instrumentation.azure.inside;

import org.jspecify.annotations.NullMarked;
