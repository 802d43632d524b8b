// SPDX-License-Identifier: Apache-2.0
/** The packaged agent in JVMs of their own, with the real SDKs, against the simulator. */
@NullMarked
package dev.parsimony.endtoend;

import org.jspecify.annotations.NullMarked;
