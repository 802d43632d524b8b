// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.weaving.TappedStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** The transport's response with a tap in its body; everything else is the transport's own. */
final class TappedResponse implements InvocationHandler {
    private final Object response;
    private final TappedStream body;

    private TappedResponse(Object response, TappedStream body) {
        this.response = response;
        this.body = body;
    }

    /**
     * A response as the SDK's interface.
     *
     * @param response the transport's response
     * @param body its body
     * @param type the SDK's interface of responses
     */
    static Object of(Object response, TappedStream body, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new TappedResponse(response, body));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("body")) {
            return body;
        }
        if (method.isDefault()) {
            // As it stands, on what is answered here: the transport's own would read past the tap.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        try {
            return method.invoke(response, arguments);
        } catch (InvocationTargetException theirs) {
            throw theirs.getCause();
        } finally {
            if (method.getName().equals("close")) {
                body.tellClosed();
            }
        }
    }
}
