// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.opentelemetry.inside;

import dev.parsimony.exchange.Gate;
import dev.parsimony.weaving.Joint;

/** Where the copy of the SDK that this copy of the advice belongs to meets the agent. */
final class Here {
    static final Gate GATE = Joint.of(Here.class).gate();

    private Here() {}
}
