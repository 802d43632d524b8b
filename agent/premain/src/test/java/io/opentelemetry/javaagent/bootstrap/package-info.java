// SPDX-License-Identifier: Apache-2.0
/** Named as another agent's package is. */
@NullMarked
package io.opentelemetry.javaagent.bootstrap;

import org.jspecify.annotations.NullMarked;
