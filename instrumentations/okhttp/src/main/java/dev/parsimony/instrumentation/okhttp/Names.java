// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp;

import dev.parsimony.weaving.Symbol;
import java.util.List;

/** The names of what is relied on in OkHttp. */
final class Names {
    static final String INSIDE = "dev.parsimony.instrumentation.okhttp.inside";

    private static final String HTTP = "okhttp3.";
    static final String CHAIN = HTTP + "internal.http.RealInterceptorChain";
    static final String WRITER = HTTP + "internal.http.CallServerInterceptor";
    static final String LINK = HTTP + "Interceptor$Chain";
    static final String REQUEST = HTTP + "Request";
    static final String CALLBACK = HTTP + "Callback";
    private static final String RESPONSE = HTTP + "Response";
    private static final String TYPE = HTTP + "MediaType";
    private static final String TEXT = "java.lang.String";

    static final List<Symbol> REQUIRED = List.of(
            Symbol.method(HTTP + "OkHttpClient", "newCall", REQUEST), // the door
            Symbol.type(HTTP + "internal.http.RetryAndFollowUpInterceptor"),
            Symbol.method(HTTP + "Call", "request"),
            Symbol.method(HTTP + "Call", "isCanceled"),
            Symbol.method(HTTP + "Call", "timeout"),
            Symbol.method(HTTP + "Connection", "socket"),
            Symbol.method(LINK, "call"),
            Symbol.method(LINK, "request"),
            Symbol.method(LINK, "connection"),
            Symbol.method(LINK, "readTimeoutMillis"),
            Symbol.method(LINK, "proceed", REQUEST),
            Symbol.method(REQUEST, "url"),
            Symbol.method(REQUEST, "method"),
            Symbol.method(REQUEST, "header", TEXT),
            Symbol.method(REQUEST, "headers"),
            Symbol.method(REQUEST, "body"),
            Symbol.method(REQUEST, "newBuilder"),
            Symbol.method(REQUEST + "$Builder", "method", TEXT, HTTP + "RequestBody"),
            Symbol.method(REQUEST + "$Builder", "build"),
            Symbol.method(HTTP + "RequestBody", "contentType"),
            Symbol.method(HTTP + "RequestBody", "contentLength"),
            Symbol.method(HTTP + "RequestBody", "writeTo", "okio.BufferedSink"),
            Symbol.method(HTTP + "RequestBody", "isOneShot"),
            Symbol.method(HTTP + "RequestBody", "isDuplex"),
            Symbol.method(HTTP + "HttpUrl", "scheme"),
            Symbol.method(HTTP + "HttpUrl", "host"),
            Symbol.method(HTTP + "HttpUrl", "port"),
            Symbol.method(HTTP + "HttpUrl", "defaultPort", TEXT),
            Symbol.method(HTTP + "HttpUrl", "queryParameter", TEXT),
            Symbol.method(HTTP + "HttpUrl", "encodedPath"),
            Symbol.method(HTTP + "HttpUrl", "encodedQuery"),
            Symbol.method(HTTP + "Headers", "names"),
            Symbol.method(HTTP + "Headers", "values", TEXT),
            Symbol.method(TYPE, "parse", TEXT),
            Symbol.method(TYPE, "type"),
            Symbol.method(TYPE, "subtype"),
            Symbol.method(RESPONSE, "code"),
            Symbol.method(RESPONSE, "headers"),
            Symbol.method(RESPONSE, "body"),
            Symbol.method(RESPONSE, "close"),
            Symbol.method(RESPONSE, "newBuilder"),
            Symbol.method(RESPONSE + "$Builder", "request", REQUEST),
            Symbol.method(RESPONSE + "$Builder", "protocol", HTTP + "Protocol"),
            Symbol.method(RESPONSE + "$Builder", "code", "int"),
            Symbol.method(RESPONSE + "$Builder", "message", TEXT),
            Symbol.method(RESPONSE + "$Builder", "addHeader", TEXT, TEXT),
            Symbol.method(RESPONSE + "$Builder", "body", HTTP + "ResponseBody"),
            Symbol.method(RESPONSE + "$Builder", "sentRequestAtMillis", "long"),
            Symbol.method(RESPONSE + "$Builder", "receivedResponseAtMillis", "long"),
            Symbol.method(RESPONSE + "$Builder", "build"),
            Symbol.method(HTTP + "ResponseBody", "contentType"),
            Symbol.method(HTTP + "ResponseBody", "contentLength"),
            Symbol.method(HTTP + "ResponseBody", "source"));

    private Names() {}
}
