// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import dev.parsimony.weaving.Joint;

/** The seam in this copy of google-genai. */
final class Here {
    static final ClientSeam SEAM = ClientSeam.at(Joint.of(Here.class));

    private Here() {}
}
