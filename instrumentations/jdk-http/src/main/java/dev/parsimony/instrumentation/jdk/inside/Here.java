// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.weaving.Joint;

/** The seam of the JVM's HTTP client. */
final class Here {
    static final JdkSeam SEAM = new JdkSeam(Joint.of(Here.class));

    private Here() {}
}
