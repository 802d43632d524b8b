// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import dev.parsimony.weaving.Joint;

/** The seam of the copy of the SDK that this copy of the advice belongs to. */
final class Here {
    static final PipelineSeam SEAM = new PipelineSeam(Joint.of(Here.class));

    private Here() {}
}
