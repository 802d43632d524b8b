// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j;

import dev.parsimony.weaving.Symbol;
import java.util.List;

/** The names of what is relied on in LangChain4j. */
final class Names {
    static final String INSIDE = "dev.parsimony.instrumentation.langchain4j.inside";

    private static final String HTTP = "dev.langchain4j.http.client.";

    static final String REQUEST = HTTP + "HttpRequest";
    static final String PARSER = HTTP + "sse.ServerSentEventParser";
    static final String LISTENER = HTTP + "sse.ServerSentEventListener";

    private static final String CLIENT = HTTP + "HttpClient";
    private static final String RESPONSE = HTTP + "SuccessfulHttpResponse";
    private static final String EXCEPTION = "dev.langchain4j.exception.HttpException";
    private static final String TEXT = "java.lang.String";
    private static final String MAP = "java.util.Map";

    static final List<Symbol> REQUIRED = List.of(
            Symbol.method(CLIENT, "execute", REQUEST),
            Symbol.method(CLIENT, "execute", REQUEST, PARSER, LISTENER),
            Symbol.method(REQUEST, "method"),
            Symbol.method(REQUEST, "url"),
            Symbol.method(REQUEST, "headers"),
            Symbol.method(REQUEST, "body"),
            Symbol.method(REQUEST, "builder"),
            Symbol.method(REQUEST + "$Builder", "method", HTTP + "HttpMethod"),
            Symbol.method(REQUEST + "$Builder", "url", TEXT),
            Symbol.method(REQUEST + "$Builder", "headers", MAP),
            Symbol.method(REQUEST + "$Builder", "body", TEXT),
            Symbol.method(REQUEST + "$Builder", "build"),
            Symbol.method(RESPONSE, "statusCode"),
            Symbol.method(RESPONSE, "headers"),
            Symbol.method(RESPONSE, "body"),
            Symbol.method(RESPONSE, "builder"),
            Symbol.method(RESPONSE + "$Builder", "statusCode", "int"),
            Symbol.method(RESPONSE + "$Builder", "headers", MAP),
            Symbol.method(RESPONSE + "$Builder", "body", TEXT),
            Symbol.method(RESPONSE + "$Builder", "build"),
            Symbol.method(EXCEPTION, "statusCode"),
            Symbol.method(HTTP + "sse.ServerSentEventListenerUtils", "ignoringExceptions", "java.lang.Runnable"),
            Symbol.method(PARSER, "parse", "java.io.InputStream", LISTENER),
            Symbol.method(LISTENER, "onOpen", RESPONSE),
            Symbol.method(LISTENER, "onEvent", HTTP + "sse.ServerSentEvent"),
            Symbol.method(LISTENER, "onError", "java.lang.Throwable"),
            Symbol.method(LISTENER, "onClose"));

    private Names() {}
}
