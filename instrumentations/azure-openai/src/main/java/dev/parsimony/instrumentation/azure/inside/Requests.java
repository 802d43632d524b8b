// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Headers;
import dev.parsimony.weaving.Base;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the SDK's messages. */
final class Requests {
    private Requests() {}

    /** The call that a request makes, or null if it is of no interest to the gate, or has no JSON that can be read twice. */
    static @Nullable Call call(HttpRequest request, Gate gate) {
        String url = request.getUrl().toString();
        int query = url.indexOf('?');
        Base base = Base.of(query < 0 ? url : url.substring(0, query));
        String method = request.getHttpMethod().toString();
        BinaryData body = gate.wants(method, base.path()) ? request.getBodyAsBinaryData() : null;
        Headers headers = look(request.getHeaders());
        if (body == null || !body.isReplayable() || !isJson(headers)) {
            return null;
        }
        return new Call(
                method,
                base.address(),
                base.path(),
                query < 0 ? "" : url.substring(query + 1),
                headers,
                body.toBytes());
    }

    private static boolean isJson(Headers headers) {
        return headers.first("content-type").toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /** A look at headers. */
    static Headers look(HttpHeaders headers) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.stream().forEach(header -> byName.put(header.getName(), header.getValuesList()));
        return Headers.of(byName);
    }
}
