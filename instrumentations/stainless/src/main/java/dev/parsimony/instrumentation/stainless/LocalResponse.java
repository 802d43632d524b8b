// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** The SDK's response over an answer of ours. */
final class LocalResponse implements InvocationHandler {
    private final int status;
    private final Object headers;
    private final InputStream body;

    private LocalResponse(int status, Object headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A response as the SDK's interface.
     *
     * @param reply the answer
     * @param headers its headers as the SDK's type
     * @param type the SDK's interface of responses
     */
    static Object of(Reply reply, Object headers, Class<?> type) {
        InvocationHandler response = new LocalResponse(reply.status(), headers, new ByteArrayInputStream(reply.body()));
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, response);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "statusCode" -> status;
            case "headers" -> headers;
            case "body" -> body;
            case "close" -> null;
            default -> Proxies.rest(proxy, method, arguments);
        };
    }
}
