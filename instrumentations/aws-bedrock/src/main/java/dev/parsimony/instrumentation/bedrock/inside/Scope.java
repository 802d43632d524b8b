// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

/** Tells Bedrock's requests from those of all other services, which share the method. */
final class Scope {
    private static final String OURS = "software.amazon.awssdk.services.bedrockruntime.";

    private Scope() {}

    /** Whether a typed request is one of Bedrock's. */
    static boolean isOurs(Object typed) {
        return typed.getClass().getName().startsWith(OURS);
    }
}
