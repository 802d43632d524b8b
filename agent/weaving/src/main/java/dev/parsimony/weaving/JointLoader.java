// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.beside.BesideLoader;

/** Defines the advice of an instrumentation beside one copy of its SDK. */
final class JointLoader extends BesideLoader {
    private final Joint joint;

    static {
        registerAsParallelCapable();
    }

    JointLoader(Joint joint, ClassLoader agent) {
        super(
                "parsimony-" + joint.instrumentation().name(),
                joint.application(),
                agent,
                joint.instrumentation().inside());
        this.joint = joint;
    }

    Joint joint() {
        return joint;
    }
}
