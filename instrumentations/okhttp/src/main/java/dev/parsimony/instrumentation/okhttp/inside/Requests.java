// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import java.io.IOException;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads OkHttp's requests. */
final class Requests {
    /** In bytes; beyond it no provider takes a request but for files. Anthropic's limit, the highest, is 32 MB. */
    private static final long LARGEST = 32L << 20;

    private Requests() {}

    /** Method and path, before anything else is asked. */
    static boolean isWanted(Request request, Gate gate) {
        return request.method().equals("POST") && gate.wants("POST", path(request.url()));
    }

    /**
     * The call that a request makes, or null if it is none of ours: without a body, or with one that is not JSON as it
     * stands, cannot be written twice, is of unknown length or too long.
     */
    static @Nullable Call call(Request request) throws IOException {
        RequestBody body = request.body();
        if (body == null || !isJson(request, body) || !isRepeatable(body) || !isBounded(body)) {
            return null;
        }
        Buffer written = new Buffer();
        body.writeTo(written);
        if (written.size() != body.contentLength()) {
            return null; // OkHttp will say so
        }
        HttpUrl url = request.url();
        return new Call(
                request.method(),
                address(url),
                path(url),
                Objects.requireNonNullElse(url.encodedQuery(), ""),
                OkHttpTypes.look(request.headers()),
                written.readByteArray());
    }

    /** OkHttp names the port always, other clients where it is written. */
    private static Address address(HttpUrl url) {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return new Address(url.scheme(), url.host(), usual ? -1 : url.port());
    }

    /** The path as the engine knows it: without a slash at its end. */
    static String path(HttpUrl url) {
        String path = url.encodedPath();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** OkHttp sends the body's own type in place of the header's. */
    private static boolean isJson(Request request, RequestBody body) {
        MediaType type = body.contentType();
        if (type == null) {
            type = MediaType.parse(Objects.requireNonNullElse(request.header("Content-Type"), ""));
        }
        return type != null
                && type.type().equals("application")
                && type.subtype().equals("json")
                && request.header("Content-Encoding") == null;
    }

    private static boolean isRepeatable(RequestBody body) {
        return !body.isOneShot() && !body.isDuplex();
    }

    private static boolean isBounded(RequestBody body) throws IOException {
        return body.contentLength() > 0 && body.contentLength() <= LARGEST;
    }
}
