// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving.advice;

import net.bytebuddy.asm.Advice;

/** Advice whose class cannot be initialised. */
public final class UnlinkableAdvice {
    private static final int NEVER = Integer.parseInt("not a number");

    private UnlinkableAdvice() {}

    /** Before the method. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int enter() {
        return NEVER;
    }
}
