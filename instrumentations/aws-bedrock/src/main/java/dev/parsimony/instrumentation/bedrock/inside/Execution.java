// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.http.ExecutionContext;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * One call as the SDK is about to execute it.
 *
 * @param builder the object whose method executes it
 * @param handler makes the SDK's typed response
 * @param request what is sent
 * @param context what the SDK knows of the call beside
 * @param <B> the builder's type
 * @param <H> the handler's type
 */
record Execution<B, H>(B builder, H handler, SdkHttpFullRequest request, ExecutionContext context) {
    /** The same call with another request. */
    Execution<B, H> with(SdkHttpFullRequest other) {
        return new Execution<>(builder, handler, other, context);
    }

    /** Shows the application's interceptors the response that they ask for, as the SDK would have done. */
    void arrived(SdkHttpFullResponse response) {
        context.interceptorContext(context.interceptorContext().copy(known -> known.httpResponse(response)));
    }

    /**
     * Tells the application's interceptors the end of a call that was answered here, as the SDK would have done: tracing
     * closes its span there.
     */
    void finished(Object output) {
        InterceptorContext before = context.interceptorContext();
        InterceptorContext after =
                output instanceof SdkResponse response ? before.copy(known -> known.response(response)) : before;
        context.interceptorChain().afterExecution(after, context.executionAttributes());
    }
}
