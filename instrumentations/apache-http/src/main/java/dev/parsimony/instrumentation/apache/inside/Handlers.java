// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.jspecify.annotations.Nullable;

/**
 * What handles a client's requests below the seam. The application's interceptors among it may put another account on a
 * request than the one it came with, and nobody sees that from above.
 */
final class Handlers {
    private static final String OWN = "org.apache.hc.";

    private Handlers() {}

    /** Whether all of it is the client's own; false where that cannot be seen. */
    static boolean areOwn(Object client) {
        try {
            for (Object at = read(client, "execChain"); at != null; at = read(at, "next")) {
                Object handler = read(at, "handler");
                if (handler == null || !isOwn(handler) || !hasOwnInterceptors(handler)) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return false;
        }
    }

    private static boolean hasOwnInterceptors(Object handler) throws ReflectiveOperationException {
        for (Field field : handler.getClass().getDeclaredFields()) {
            if (HttpProcessor.class.isAssignableFrom(field.getType()) && !isOwnProcessor(read(handler, field))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOwnProcessor(@Nullable Object processor) throws ReflectiveOperationException {
        Object interceptors = processor == null ? null : read(processor, "requestInterceptors");
        for (int i = 0; interceptors != null && i < Array.getLength(interceptors); i++) {
            if (!isOwn(Array.get(interceptors, i))) {
                return false;
            }
        }
        return interceptors != null;
    }

    private static boolean isOwn(Object handler) {
        return handler.getClass().getName().startsWith(OWN);
    }

    private static @Nullable Object read(Object object, String name) throws ReflectiveOperationException {
        return read(object, object.getClass().getDeclaredField(name));
    }

    private static @Nullable Object read(Object object, Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        return field.get(object);
    }
}
