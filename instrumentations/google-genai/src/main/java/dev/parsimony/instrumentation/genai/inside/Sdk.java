// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import com.google.genai.types.HttpOptions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What the SDK hides of its client and its responses: some of it is private, and the classes were so in older versions. */
final class Sdk {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final String PACKAGE = "com.google.genai.";

    private final Class<?> client;
    private final MethodHandle merge;
    private final MethodHandle request;
    private final @Nullable MethodHandle asyncRequest;
    private final MethodHandle wrap;
    private final MethodHandle unwrap;
    private final boolean hasExtraBody;

    /**
     * Finds the members.
     *
     * @param loader the SDK's loader; null for the boot loader
     * @throws ReflectiveOperationException if one that must be there is not
     */
    Sdk(@Nullable ClassLoader loader) throws ReflectiveOperationException {
        Class<?> http = Class.forName(PACKAGE + "HttpApiClient", false, loader);
        Class<?> response = Class.forName(PACKAGE + "HttpApiResponse", false, loader);
        client = Class.forName(PACKAGE + "ApiClient", false, loader);
        merge = method(client.getDeclaredMethod("mergeHttpOptions", HttpOptions.class));
        request = method(http.getMethod("request", String.class, String.class, String.class, Optional.class));
        asyncRequest = asyncRequest(http);
        Constructor<?> made = response.getDeclaredConstructor(Response.class);
        made.setAccessible(true);
        wrap = generic(LOOKUP.unreflectConstructor(made));
        unwrap = getter(response.getDeclaredField("response"));
        hasExtraBody = Arrays.stream(HttpOptions.class.getMethods())
                .anyMatch(m -> m.getName().equals("extraBody"));
    }

    private static @Nullable MethodHandle asyncRequest(Class<?> http) throws IllegalAccessException {
        try {
            return method(http.getMethod("asyncRequest", String.class, String.class, String.class, Optional.class));
        } catch (NoSuchMethodException older) {
            return null;
        }
    }

    private static MethodHandle method(Method method) throws IllegalAccessException {
        method.setAccessible(true);
        return generic(LOOKUP.unreflect(method));
    }

    private static MethodHandle getter(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return generic(LOOKUP.unreflectGetter(field));
    }

    private static MethodHandle generic(MethodHandle handle) {
        return handle.asType(handle.type().generic());
    }

    /** The options of a call: the client's, and over them those of the request, if it has its own. */
    HttpOptions merged(Object itsClient, @Nullable HttpOptions own) throws Throwable {
        return (HttpOptions) merge.invoke(itsClient, own);
    }

    /** Sends, as the application would have; on a thread that is inside. */
    Object request(Ask ask) throws Throwable {
        return request.invoke(ask.client(), ask.method(), ask.path(), ask.json(), ask.options());
    }

    /** Sends without waiting for the response; returns its future. */
    Object asyncRequest(Ask ask) throws Throwable {
        if (asyncRequest == null) {
            throw new NoSuchMethodException("asyncRequest");
        }
        return asyncRequest.invoke(ask.client(), ask.method(), ask.path(), ask.json(), ask.options());
    }

    /** A response as the SDK's own type. */
    Object wrapped(Response response) throws Throwable {
        return wrap.invoke(response);
    }

    /** The response inside one of the SDK's. */
    Response unwrapped(Object response) throws Throwable {
        return (Response) unwrap.invoke(response);
    }

    /** Whether options may hold members to be merged into the body. */
    boolean hasExtraBody() {
        return hasExtraBody;
    }

    /** What a field of the client holds, an {@code Optional}; empty where it cannot be seen. */
    Optional<?> held(Object itsClient, String name) {
        return field(itsClient, name) instanceof Optional<?> value ? value : Optional.empty();
    }

    /** Whether the client speaks to Vertex AI. */
    boolean speaksToVertex(Object itsClient) {
        return Boolean.TRUE.equals(field(itsClient, "vertexAI"));
    }

    private @Nullable Object field(Object itsClient, String name) {
        try {
            Field field = client.getDeclaredField(name);
            return field.trySetAccessible() ? field.get(itsClient) : null;
        } catch (ReflectiveOperationException missing) {
            return null;
        }
    }
}
