// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** Reads the client's requests. */
final class Requests {
    /** In bytes; beyond it no provider takes a request but for files. Anthropic's limit, the highest, is 32 MB. */
    private static final long LARGEST = 32L << 20;

    private Requests() {}

    /**
     * The call that a request makes, or null if it is none of ours: of no interest to the gate, without a body, or with one
     * that is not JSON as it stands, cannot be written twice, is of unknown length or too long.
     */
    static @Nullable Call call(@Nullable HttpHost target, ClassicHttpRequest request, Gate gate) throws IOException {
        String whole = Objects.requireNonNullElse(request.getPath(), "");
        int query = whole.indexOf('?');
        String path = path(request);
        HttpEntity body = gate.wants(request.getMethod(), path) ? request.getEntity() : null;
        if (body == null || !isJson(body) || !body.isRepeatable() || !isBounded(body)) {
            return null;
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream(Math.toIntExact(body.getContentLength()));
        body.writeTo(written);
        return new Call(
                request.getMethod(),
                address(target, request),
                path,
                query < 0 ? "" : whole.substring(query + 1),
                look(request),
                written.toByteArray());
    }

    /** The path as the engine knows it: without query, and without a slash at its end. */
    static String path(ClassicHttpRequest request) {
        String whole = Objects.requireNonNullElse(request.getPath(), "");
        int query = whole.indexOf('?');
        return trimmed(query < 0 ? whole : whole.substring(0, query));
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Address address(@Nullable HttpHost target, ClassicHttpRequest request) {
        URIAuthority authority = request.getAuthority();
        if (target != null) {
            return new Address(target.getSchemeName(), target.getHostName().toLowerCase(Locale.ROOT), target.getPort());
        }
        return authority == null
                ? Address.unknown()
                : new Address(
                        Objects.requireNonNullElse(request.getScheme(), "http"),
                        authority.getHostName().toLowerCase(Locale.ROOT),
                        authority.getPort());
    }

    private static boolean isJson(HttpEntity body) {
        String type = Objects.requireNonNullElse(body.getContentType(), "");
        return type.toLowerCase(Locale.ROOT).startsWith("application/json") && body.getContentEncoding() == null;
    }

    private static boolean isBounded(HttpEntity body) {
        return body.getContentLength() > 0 && body.getContentLength() <= LARGEST;
    }

    /** A look at headers of the client's. */
    static Headers look(MessageHeaders message) {
        return new Headers() {
            @Override
            public List<String> values(String name) {
                return Arrays.stream(message.getHeaders(name))
                        .map(Header::getValue)
                        .toList();
            }

            @Override
            public Set<String> names() {
                Set<String> names = new LinkedHashSet<>();
                for (Header header : message.getHeaders()) {
                    names.add(header.getName());
                }
                return names;
            }
        };
    }
}
