// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/** Advice around {@code exchange(ClientRequest)} of what hands requests to the HTTP client. */
public final class Exchange {
    private Exchange() {}

    /** Before it; returns, in an array, what it is to return without being called, or null. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object function,
            @Advice.Argument(0) Object request,
            @Advice.FieldValue("connector") Object connector,
            @Advice.FieldValue("strategies") Object strategies) {
        return Here.SEAM.exchange(
                (ExchangeFunction) function, (ClientRequest) request, connector, (ExchangeStrategies) strategies);
    }

    /** After it; returns what was returned before it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    @ToReturned(index = 0, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(@Advice.Enter @Nullable Object @Nullable [] entered) {
        return entered;
    }
}
