// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless.advice;

import dev.parsimony.instrumentation.stainless.StainlessSeam;
import dev.parsimony.weaving.Joint;

/** The seam of the copy of the SDK that this copy of the advice belongs to. */
final class Here {
    static final StainlessSeam SEAM = StainlessSeam.at(Joint.of(Here.class));

    private Here() {}
}
