// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import dev.parsimony.weaving.Joint;

/** The seam of the copy of Spring that this copy of the advice belongs to. */
final class Here {
    static final WebSeam SEAM = new WebSeam(Joint.of(Here.class));

    private Here() {}
}
