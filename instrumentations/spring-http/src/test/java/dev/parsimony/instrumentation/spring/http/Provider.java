// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A server that notes what it gets, refuses what says so, and answers the rest with one word. */
public final class Provider implements AutoCloseable {
    private final HttpServer server;
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    private final CompletableFuture<Integer> begins = new CompletableFuture<>();

    /** Starts it. */
    public Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        InputStream sent = new BufferedInputStream(exchange.getRequestBody());
        sent.mark(1);
        begins.complete(sent.read());
        sent.reset();
        String body = new String(sent.readAllBytes(), StandardCharsets.UTF_8);
        String key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("x-api-key"), "");
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        received.add(exchange.getRequestURI() + " " + type + " " + key + " " + body);
        byte[] answer = "word".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(body.contains("refuse") ? 400 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Done when the first byte of a body is here. */
    public CompletableFuture<Integer> begins() {
        return begins;
    }

    /** The base of its URLs. */
    public String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** What it got, in order: path, type, key and body. */
    public List<String> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
