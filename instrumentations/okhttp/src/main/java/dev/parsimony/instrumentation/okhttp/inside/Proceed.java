// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.weaving.Advised;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Advice around {@code proceed(Request)} of a chain of interceptors. */
public final class Proceed {
    private Proceed() {}

    /** Before it; returns what {@link Advised} says. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments(@ToArgument(value = 0, index = Advised.REQUEST, typing = Typing.DYNAMIC))
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object chain,
            @Advice.Argument(0) Object request,
            @Advice.FieldValue("index") int index,
            @Advice.FieldValue("interceptors") Object interceptors)
            throws Throwable {
        return Here.SEAM.proceed((Interceptor.Chain) chain, (Request) request, index, (List<?>) interceptors);
    }

    /** After it, however it ended; returns what {@link Advised} says. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.Enter @Nullable Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        return Here.SEAM.proceeded(entered, (Response) returned, thrown);
    }
}
