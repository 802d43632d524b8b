// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * What the client has and does not show.
 *
 * @param execute {@code CloseableHttpClient.doExecute}
 * @param adapt {@code CloseableHttpResponse.adapt}
 */
record Hidden(MethodHandle execute, MethodHandle adapt) {
    /**
     * Finds it.
     *
     * @throws ReflectiveOperationException if it is not there, or not for us
     */
    static Hidden find() throws ReflectiveOperationException {
        Method execute = CloseableHttpClient.class.getDeclaredMethod(
                "doExecute", HttpHost.class, ClassicHttpRequest.class, HttpContext.class);
        Method adapt = CloseableHttpResponse.class.getDeclaredMethod("adapt", ClassicHttpResponse.class);
        return new Hidden(
                handle(execute).asType(MethodType.genericMethodType(4)),
                handle(adapt).asType(MethodType.genericMethodType(1)));
    }

    private static MethodHandle handle(Method method) throws IllegalAccessException {
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method);
    }

    ClassicHttpResponse execute(
            Object client, @Nullable HttpHost target, ClassicHttpRequest request, @Nullable Object context)
            throws Throwable {
        Object response = execute.invokeExact(client, (Object) target, (Object) request, context);
        return (ClassicHttpResponse) response;
    }

    /** A response as the client returns it. */
    ClassicHttpResponse adapt(ClassicHttpResponse response) throws Throwable {
        Object adapted = adapt.invokeExact((Object) response);
        return (ClassicHttpResponse) adapted;
    }
}
