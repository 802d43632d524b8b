// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.lang.instrument.ClassFileTransformer;

/** Builds the agent behind the {@link LazyTransformer}. */
interface Boot {
    /** The transformer that weaves, built once. Whatever it throws keeps the agent out of this JVM. */
    ClassFileTransformer weaver() throws Exception;
}
