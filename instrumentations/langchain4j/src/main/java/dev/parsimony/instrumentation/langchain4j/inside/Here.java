// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import dev.parsimony.weaving.Joint;

/** The seam of the copy of LangChain4j that this copy of the advice belongs to. */
final class Here {
    static final HttpClientSeam SEAM = new HttpClientSeam(Joint.of(Here.class));

    private Here() {}
}
