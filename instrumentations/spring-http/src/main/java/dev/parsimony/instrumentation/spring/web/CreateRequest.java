// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Advice behind {@code createRequest(URI, HttpMethod)} of a factory. */
public final class CreateRequest {
    private CreateRequest() {}

    /** After it; returns, in an array, the request that the application gets. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    @ToReturned(index = 0, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.This Object factory, @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object request) {
        return request == null
                ? null
                : new Object[] {Here.SEAM.created((ClientHttpRequestFactory) factory, (ClientHttpRequest) request)};
    }
}
