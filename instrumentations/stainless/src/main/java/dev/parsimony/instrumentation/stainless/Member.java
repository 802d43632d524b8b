// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.weaving.Symbol;

/**
 * What the seam calls of the SDK. The fit check asks for these before anything is woven, and the handles are made from them
 * too, so that neither can know more than the other.
 */
enum Member {
    METHOD("HttpRequest", "method"),
    PATH_SEGMENTS("HttpRequest", "pathSegments"),
    HEADERS("HttpRequest", "headers"),
    QUERY_PARAMS("HttpRequest", "queryParams"),
    /** The body or null; an {@code Optional} of it from anthropic-java 3.0.0. */
    BODY("HttpRequest", "body"),
    /** Missing in openai-java before 3.0.0 and anthropic-java 1.0.0, where the transport alone knows the base. */
    BASE_URL("HttpRequest", "baseUrl") {
        @Override
        boolean isRequired() {
            return false;
        }
    },
    TO_BUILDER("HttpRequest", "toBuilder"),
    WITH_BODY("HttpRequest$Builder", "body", "HttpRequestBody"),
    BUILD("HttpRequest$Builder", "build"),
    WRITE_TO("HttpRequestBody", "writeTo", "java.io.OutputStream"),
    CONTENT_TYPE("HttpRequestBody", "contentType"),
    CONTENT_LENGTH("HttpRequestBody", "contentLength"),
    REPEATABLE("HttpRequestBody", "repeatable"),
    CLOSE_BODY("HttpRequestBody", "close"),
    HEADER_NAMES("Headers", "names"),
    HEADER_VALUES("Headers", "values", "java.lang.String"),
    HEADERS_BUILDER("Headers", "builder"),
    PUT_HEADERS("Headers$Builder", "put", "java.lang.String", "java.lang.Iterable"),
    BUILD_HEADERS("Headers$Builder", "build"),
    QUERY_KEYS("QueryParams", "keys"),
    QUERY_VALUES("QueryParams", "values", "java.lang.String"),
    STATUS_CODE("HttpResponse", "statusCode"),
    RESPONSE_HEADERS("HttpResponse", "headers"),
    RESPONSE_BODY("HttpResponse", "body"),
    CLOSE_RESPONSE("HttpResponse", "close"),
    /** Or null; {@link #OPTIONAL_TIMEOUT} from anthropic-java 3.0.0. */
    TIMEOUT("core.RequestOptions", "getTimeout") {
        @Override
        boolean isRequired() {
            return false;
        }
    },
    OPTIONAL_TIMEOUT("core.RequestOptions", "timeout") {
        @Override
        boolean isRequired() {
            return false;
        }
    },
    REQUEST_TIMEOUT("core.Timeout", "request"),
    EXECUTE("RetryingHttpClient", "execute", "HttpRequest", "core.RequestOptions"),
    EXECUTE_ASYNC("RetryingHttpClient", "executeAsync", "HttpRequest", "core.RequestOptions");

    private final String owner;
    private final String method;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final String[] parameters;

    Member(String owner, String method, String... parameters) {
        this.owner = owner;
        this.method = method;
        this.parameters = parameters;
    }

    /** Whether the seam cannot do without it. */
    boolean isRequired() {
        return true;
    }

    /**
     * The member in one of the SDKs.
     *
     * @param prefix the package that all of the SDK stands in
     */
    Symbol in(String prefix) {
        String[] types = new String[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = type(prefix, parameters[i]);
        }
        return Symbol.method(type(prefix, owner), method, types);
    }

    private static String type(String prefix, String name) {
        if (name.startsWith("java.")) {
            return name;
        }
        return prefix + (name.startsWith("core.") ? "." : ".core.http.") + name;
    }
}
