// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Headers;
import dev.parsimony.weaving.Base;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the client's requests. */
final class Requests {
    /** In bytes; beyond it no provider takes a request but for files. Anthropic's limit, the highest, is 32 MB. */
    private static final long LARGEST = 32L << 20;

    /** The JDK's own bodies that are read as often as they are asked for, and at once. */
    private static final Set<String> REPEATABLE = Set.of("ByteArrayPublisher", "StringPublisher", "FilePublisher");

    private static final String PUBLISHERS = "jdk.internal.net.http.RequestPublishers$";

    private Requests() {}

    /**
     * The call that a request makes, or null if it is none of ours: of no interest to the gate, without a body, or with one
     * that is not JSON as it stands, may be read but once, is of unknown length or too long.
     */
    static @Nullable Call call(HttpRequest request, Gate gate) {
        URI uri = request.uri();
        if (!gate.wants(request.method(), path(uri)) || !isJson(request.headers())) {
            return null;
        }
        BodyPublisher body = request.bodyPublisher().orElse(null);
        byte @Nullable [] bytes = body == null || !isRepeatable(body) ? null : Written.all(body, LARGEST);
        if (bytes == null) {
            return null;
        }
        return new Call(
                request.method(),
                Base.of(uri.toString()).address(),
                path(uri),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                look(request.headers()),
                bytes);
    }

    /** The path as the engine knows it: without a slash at its end. */
    static String path(URI uri) {
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean isJson(HttpHeaders headers) {
        String type = headers.firstValue("content-type").orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("application/json")
                && headers.firstValue("content-encoding").isEmpty();
    }

    private static boolean isRepeatable(BodyPublisher body) {
        String name = body.getClass().getName();
        return name.startsWith(PUBLISHERS) && REPEATABLE.contains(name.substring(PUBLISHERS.length()));
    }

    /** A look at headers of the client's. */
    static Headers look(HttpHeaders headers) {
        return new Headers() {
            @Override
            public List<String> values(String name) {
                return headers.allValues(name);
            }

            @Override
            public Set<String> names() {
                return headers.map().keySet();
            }
        };
    }
}
