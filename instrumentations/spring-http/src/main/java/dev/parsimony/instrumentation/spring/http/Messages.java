// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.http;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reply;
import dev.parsimony.weaving.Base;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Reads Spring's HTTP messages, by what they have in every version of it. */
public final class Messages {
    /** In bytes; beyond it no provider takes a request but for files. Anthropic's limit, the highest, is 32 MB. */
    public static final int LARGEST = 32 << 20;

    private Messages() {}

    /**
     * The call that a request makes.
     *
     * @param method its method
     * @param uri where it goes
     * @param headers all of its headers
     * @param body its body
     * @return null if it is none of ours: without a body that is JSON as it stands, or too long
     */
    public static @Nullable Call call(HttpMethod method, URI uri, HttpHeaders headers, byte[] body) {
        if (body.length == 0 || body.length > LARGEST || !isJson(headers)) {
            return null;
        }
        Base base = base(uri);
        String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
        return new Call(method.name(), base.address(), base.path(), query, look(headers), body);
    }

    /** Whether a body is JSON that can be read as it stands, or does not say what it is, as before it is written. */
    public static boolean mayBeJson(HttpHeaders headers) {
        String type = type(headers);
        return (type.isEmpty() || type.startsWith("application/json")) && !isEncoded(headers);
    }

    /** Whether a body is said to be JSON that can be read as it stands, and not to be too long. */
    public static boolean isSmallJson(HttpHeaders headers) {
        return isJson(headers) && length(headers) <= LARGEST;
    }

    /** Whether it is said how long a body is. */
    public static boolean isLengthKnown(HttpHeaders headers) {
        return length(headers) >= 0;
    }

    private static boolean isJson(HttpHeaders headers) {
        return !type(headers).isEmpty() && mayBeJson(headers);
    }

    /** In bytes; less than none where it is not said, or makes no sense. */
    private static long length(HttpHeaders headers) {
        String length = headers.getFirst("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    private static String type(HttpHeaders headers) {
        return Objects.requireNonNullElse(headers.getFirst("Content-Type"), "").toLowerCase(Locale.ROOT);
    }

    /** Whether a body cannot be read in passing. */
    public static boolean isEncoded(HttpHeaders headers) {
        String encoding = headers.getFirst("Content-Encoding");
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /** Where a request goes, without its query. */
    public static Base base(URI uri) {
        String url = uri.toString();
        int query = url.indexOf('?');
        return Base.of(query < 0 ? url : url.substring(0, query));
    }

    /** A look at headers. */
    public static Headers look(HttpHeaders headers) {
        return Headers.of(byName(headers));
    }

    private static Map<String, List<String>> byName(HttpHeaders headers) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(byName::put);
        return byName;
    }

    /** Adds headers to others. */
    public static void add(HttpHeaders from, HttpHeaders to) {
        from.forEach((name, values) -> values.forEach(value -> to.add(name, value)));
    }

    /** Sets in headers what came to others, or was changed there, since they were as before. */
    public static void carry(HttpHeaders before, HttpHeaders after, HttpHeaders to) {
        Map<String, List<String>> old = byName(before);
        after.forEach((name, values) -> {
            if (!values.isEmpty() && !values.equals(old.get(name))) {
                to.set(name, values.get(0));
                values.subList(1, values.size()).forEach(value -> to.add(name, value));
            }
        });
    }

    /** The headers of an answer. */
    public static HttpHeaders headers(Reply reply) {
        HttpHeaders headers = new HttpHeaders();
        reply.headers().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        return headers;
    }
}
