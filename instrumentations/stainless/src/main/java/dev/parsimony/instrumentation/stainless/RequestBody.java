// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SDK's request body over bytes of ours; repeatable, or the SDK would not retry. */
record RequestBody(byte[] bytes) implements InvocationHandler {
    private static final String JSON = "application/json";

    /** A body as the SDK's interface. */
    static Object of(byte[] bytes, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new RequestBody(bytes));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "writeTo" -> write(Proxies.first(arguments));
            case "content" -> new ByteArrayInputStream(bytes);
            case "contentType" -> JSON;
            case "contentLength" -> (long) bytes.length;
            case "repeatable" -> true;
            case "close" -> null;
            default -> Proxies.rest(proxy, method, arguments);
        };
    }

    private @Nullable Object write(@Nullable Object out) throws IOException {
        ((OutputStream) Objects.requireNonNull(out)).write(bytes);
        return null;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes"; // never the content
    }
}
