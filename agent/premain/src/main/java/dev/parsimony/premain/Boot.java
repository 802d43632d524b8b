// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.lang.instrument.ClassFileTransformer;
import java.util.List;

/** Builds the agent behind the {@link LazyTransformer}. */
interface Boot {
    /**
     * The transformer that weaves, built once. Where it is a {@link java.util.function.Consumer} as well, it is told of what
     * came by doors that keep it. Whatever this throws keeps the agent out of this JVM.
     */
    ClassFileTransformer weaver() throws Exception;

    /**
     * The transformer that puts doors into HTTP clients, built once, and far cheaper than the agent. Where it is an {@link
     * Iterable} as well, it gives what came by doors that keep it.
     *
     * @param lines what the doors are
     * @param wake to be run when something comes through a door that may be a call to a model
     */
    ClassFileTransformer doors(List<String> lines, Runnable wake) throws Exception;
}
