// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import dev.parsimony.weaving.Joint;

/** The seam of the copy of the client that this copy of the advice belongs to. */
final class Here {
    static final ApacheSeam SEAM = ApacheSeam.at(Joint.of(Here.class));

    private Here() {}
}
