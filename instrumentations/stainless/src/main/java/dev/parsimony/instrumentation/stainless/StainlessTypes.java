// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static dev.parsimony.instrumentation.stainless.Member.BODY;
import static dev.parsimony.instrumentation.stainless.Member.BUILD;
import static dev.parsimony.instrumentation.stainless.Member.BUILD_HEADERS;
import static dev.parsimony.instrumentation.stainless.Member.CLOSE_BODY;
import static dev.parsimony.instrumentation.stainless.Member.CLOSE_RESPONSE;
import static dev.parsimony.instrumentation.stainless.Member.HEADERS_BUILDER;
import static dev.parsimony.instrumentation.stainless.Member.HEADER_NAMES;
import static dev.parsimony.instrumentation.stainless.Member.HEADER_VALUES;
import static dev.parsimony.instrumentation.stainless.Member.PATH_SEGMENTS;
import static dev.parsimony.instrumentation.stainless.Member.PUT_HEADERS;
import static dev.parsimony.instrumentation.stainless.Member.RESPONSE_BODY;
import static dev.parsimony.instrumentation.stainless.Member.RESPONSE_HEADERS;
import static dev.parsimony.instrumentation.stainless.Member.STATUS_CODE;
import static dev.parsimony.instrumentation.stainless.Member.TO_BUILDER;
import static dev.parsimony.instrumentation.stainless.Member.WITH_BODY;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Seam;
import dev.parsimony.weaving.TappedStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our nouns in the SDK's types and back. */
final class StainlessTypes implements Seam<Object, Object> {
    private final Sdk sdk;
    private final Edges edges;

    StainlessTypes(Sdk sdk, Edges edges) {
        this.sdk = sdk;
        this.edges = edges;
    }

    /** Builders can only add to a path; what these SDKs speak has its model in the body, so that no other path is asked for. */
    @Override
    public Object request(Object original, Call call) throws Throwable {
        if (!call.path().endsWith(path(original))) {
            throw new IllegalStateException("the path cannot be changed");
        }
        Object builder = sdk.call(TO_BUILDER, original);
        sdk.call(WITH_BODY, builder, RequestBody.of(call.body(), sdk.requestBody()));
        return sdk.call(BUILD, builder);
    }

    @Override
    public Object answer(Object original, Reply reply) throws Throwable {
        Object builder = sdk.call(HEADERS_BUILDER);
        for (Map.Entry<String, List<String>> header : reply.headers().entrySet()) {
            sdk.call(PUT_HEADERS, builder, header.getKey(), header.getValue());
        }
        Object response = LocalResponse.of(reply, sdk.call(BUILD_HEADERS, builder), sdk.response());
        Object body = body(original);
        if (body != null) {
            sdk.call(CLOSE_BODY, body);
        }
        return response;
    }

    @Override
    public Head head(Object response) throws Throwable {
        return new Head((int) sdk.call(STATUS_CODE, response), headers(sdk.call(RESPONSE_HEADERS, response)));
    }

    @Override
    public Object tapped(Object response, Tap tap) throws Throwable {
        InputStream body = (InputStream) sdk.call(RESPONSE_BODY, response);
        return TappedResponse.of(response, new TappedStream(body, tap, edges), sdk.response());
    }

    @Override
    public void close(Object response) throws Throwable {
        sdk.call(CLOSE_RESPONSE, response);
    }

    /** The body of a request, or null if it has none. */
    @Nullable
    Object body(Object request) throws Throwable {
        Object body = sdk.call(BODY, request);
        return body instanceof Optional<?> optional ? optional.orElse(null) : body;
    }

    /** The path of a request, behind the base's. */
    @SuppressWarnings("unchecked")
    String path(Object request) throws Throwable {
        StringBuilder path = new StringBuilder();
        for (String segment : (List<String>) sdk.call(PATH_SEGMENTS, request)) {
            path.append('/').append(segment);
        }
        return path.toString();
    }

    /** A look at headers of the SDK's type. */
    @SuppressWarnings("unchecked")
    Headers headers(Object headers) {
        return new Headers() {
            @Override
            public List<String> values(String name) {
                try {
                    return (List<String>) sdk.call(HEADER_VALUES, headers, name);
                } catch (Throwable unreadable) {
                    return List.of();
                }
            }

            @Override
            public Set<String> names() {
                try {
                    return (Set<String>) sdk.call(HEADER_NAMES, headers);
                } catch (Throwable unreadable) {
                    return Set.of();
                }
            }
        };
    }
}
