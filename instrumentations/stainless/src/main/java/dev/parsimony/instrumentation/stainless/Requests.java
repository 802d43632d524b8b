// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.weaving.Base;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the SDK's requests. */
final class Requests {
    private static final String JSON = "application/json";

    private final Sdk sdk;
    private final StainlessTypes types;
    private final Clients clients;
    private volatile Spoken lastBase = new Spoken("", Base.unknown());

    /** A base URL and what it says. */
    private record Spoken(String url, Base base) {}

    Requests(Sdk sdk, StainlessTypes types, Clients clients) {
        this.sdk = sdk;
        this.types = types;
        this.clients = clients;
    }

    /**
     * The call that a request makes, or null if it is none of ours: of no interest to the gate, without a body, or with one
     * that is not JSON or cannot be written twice.
     */
    @Nullable
    Call call(Object request, @Nullable Object options, Gate gate) throws Throwable {
        Base base = base(request, options);
        String method = sdk.call(Member.METHOD, request).toString();
        String path = base.path() + types.path(request);
        Object body = gate.wants(method, path) ? types.body(request) : null;
        if (body == null || !isRepeatableJson(body)) {
            return null;
        }
        return new Call(
                method,
                base.address(),
                path,
                query(request),
                types.headers(sdk.call(Member.HEADERS, request)),
                bytes(body));
    }

    /** Method and path, before anything else is asked. */
    boolean isWanted(Object request, @Nullable Object options, Gate gate) throws Throwable {
        String path = base(request, options).path() + types.path(request);
        return gate.wants(sdk.call(Member.METHOD, request).toString(), path);
    }

    private Base base(Object request, @Nullable Object options) throws Throwable {
        Object url = sdk.has(Member.BASE_URL) ? sdk.call(Member.BASE_URL, request) : null;
        if (url != null) {
            return base(url.toString());
        }
        return options == null ? Base.unknown() : clients.base(options);
    }

    /** Nearly every request of a process goes to the same place. */
    private Base base(String url) {
        Spoken known = lastBase;
        if (!known.url.equals(url)) {
            known = new Spoken(url, Base.of(url));
            lastBase = known;
        }
        return known.base;
    }

    @SuppressWarnings("unchecked")
    private String query(Object request) throws Throwable {
        Object parameters = sdk.call(Member.QUERY_PARAMS, request);
        List<String> pairs = new ArrayList<>();
        for (String key : (Set<String>) sdk.call(Member.QUERY_KEYS, parameters)) {
            for (String value : (List<String>) sdk.call(Member.QUERY_VALUES, parameters, key)) {
                pairs.add(key + "=" + value);
            }
        }
        return String.join("&", pairs);
    }

    private boolean isRepeatableJson(Object body) throws Throwable {
        Object type = sdk.call(Member.CONTENT_TYPE, body);
        return type != null && type.toString().startsWith(JSON) && (boolean) sdk.call(Member.REPEATABLE, body);
    }

    /** The body's bytes. The SDK serialises a JSON body once and keeps the result, so the transport will not do it again. */
    private byte[] bytes(Object body) throws Throwable {
        Exactly out = new Exactly((long) sdk.call(Member.CONTENT_LENGTH, body));
        sdk.call(Member.WRITE_TO, body, out);
        return out.bytes();
    }

    /** Takes as many bytes as were announced, into one array. */
    private static final class Exactly extends OutputStream {
        private final byte[] bytes;
        private int count;

        Exactly(long length) {
            this.bytes = new byte[Math.toIntExact(length)];
        }

        @Override
        public void write(int b) {
            bytes[count++] = (byte) b;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            System.arraycopy(from, offset, bytes, count, length);
            count += length;
        }

        byte[] bytes() {
            if (count != bytes.length) {
                throw new IllegalStateException("the body is shorter than it said");
            }
            return bytes;
        }
    }
}
