// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.weaving.Joint;

/** The seam of the copy of Spring that this copy of the advice belongs to. */
final class Here {
    static final FluxSeam SEAM = new FluxSeam(Joint.of(Here.class));

    private Here() {}
}
