// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.opentelemetry.inside;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice on the building of an SDK. */
public final class Build {
    private Build() {}

    /** After it, where it went well. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void exit(@Advice.Return(typing = Typing.DYNAMIC) @Nullable Object built) {
        if (built != null) {
            Here.GATE.tellsItself(built);
        }
    }
}
