// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import dev.parsimony.weaving.Advised;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice around {@code HttpApiClient.request(method, path, json, options)}. */
public final class Request {
    private Request() {}

    /** Before it; returns what {@link Advised} says, and behind that the path, the JSON and the options to send. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments({
        @ToArgument(value = 1, index = Advised.MORE, typing = Typing.DYNAMIC),
        @ToArgument(value = 2, index = Advised.MORE + 1, typing = Typing.DYNAMIC),
        @ToArgument(value = 3, index = Advised.MORE + 2, typing = Typing.DYNAMIC)
    })
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object client,
            @Advice.Argument(0) Object method,
            @Advice.Argument(1) Object path,
            @Advice.Argument(2) Object json,
            @Advice.Argument(3) Object options)
            throws Throwable {
        return Here.SEAM.request(client, (String) method, (String) path, (String) json, options);
    }

    /** After it, however it ended; returns what {@link Advised} says. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.Enter @Nullable Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        return Here.SEAM.requested(entered, returned, thrown);
    }
}
