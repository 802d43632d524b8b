// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.weaving.Joint;

/** The seam of the copy of OkHttp that this copy of the advice belongs to. */
final class Here {
    static final OkHttpSeam SEAM = new OkHttpSeam(Joint.of(Here.class));

    private Here() {}
}
