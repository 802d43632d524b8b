// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, noted when the SDK prepares it.
 *
 * @param options what its client was built with, the SDK's own object
 * @param caller who makes the call, where it will reach the seam on another thread; else null
 */
record Origin(Object options, @Nullable Caller caller) {
    @Override
    public String toString() {
        return "from " + caller;
    }
}
