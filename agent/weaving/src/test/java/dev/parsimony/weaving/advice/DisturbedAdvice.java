// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving.advice;

import net.bytebuddy.asm.Advice;

/** Advice that always fails. */
@SuppressWarnings("DoNotCallSuggester") // it is only ever called from woven code
public final class DisturbedAdvice {
    private DisturbedAdvice() {}

    /** Before the method. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object enter(@Advice.Argument(0) Object text) {
        throw new IllegalStateException("before");
    }

    /** After the method. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @Advice.AssignReturned.ToReturned(typing = net.bytebuddy.implementation.bytecode.assign.Assigner.Typing.DYNAMIC)
    public static Object exit(@Advice.Enter Object entered) {
        throw new StackOverflowError("after");
    }
}
