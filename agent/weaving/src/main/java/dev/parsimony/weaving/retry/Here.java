// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving.retry;

import dev.parsimony.exchange.Gate;
import dev.parsimony.weaving.Joint;

/** The gate of the framework that this copy of the advice belongs to. */
final class Here {
    static final Gate GATE = Joint.of(Here.class).gate();

    private Here() {}
}
