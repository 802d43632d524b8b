// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;

/** Speaks HTTP/2 over TLS, and nothing else, before a simulator that does not: hands on requests, and answers whole. */
final class Http2Relay implements AutoCloseable {
    private static final String PASSWORD = "no-secret";
    /** What a client sets by itself. */
    private static final Set<String> OF_THE_TRANSPORT = Set.of("host", "content-length", "connection", "upgrade");

    private final Path keys;
    private final MockWebServer server = new MockWebServer();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http2Relay(Path keys) {
        this.keys = keys;
    }

    /**
     * Starts a relay.
     *
     * @param simulator what answers
     * @param directory for its key
     */
    static Http2Relay to(Simulator simulator, Path directory) throws Exception {
        Http2Relay relay = new Http2Relay(newKey(directory.resolve("relay.p12")));
        relay.server.useHttps(relay.tls().getSocketFactory(), false);
        relay.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return relay.answer(request, simulator.baseUrl());
            }
        });
        relay.server.start(InetAddress.getLoopbackAddress(), 0);
        return relay;
    }

    /** Made by the JDK's own tool; its API makes no certificates. */
    private static Path newKey(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Jdk.current().home().resolve("bin/keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "relay", "-keyalg", "EC", "-dname", "CN=relay"));
        command.addAll(List.of("-ext", "SAN=ip:127.0.0.1", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("keytool ended with " + status);
        }
        return file;
    }

    private SSLContext tls() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private MockResponse answer(RecordedRequest request, String base) throws InterruptedException {
        if (request.getHeader(":authority") == null) { // only HTTP/2 has it
            return new MockResponse().setResponseCode(505);
        }
        try {
            return response(client.send(handedOn(request, base), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest handedOn(RecordedRequest request, String base) {
        HttpRequest.Builder other = HttpRequest.newBuilder(URI.create(base + request.getPath()))
                .method(
                        String.valueOf(request.getMethod()),
                        BodyPublishers.ofByteArray(request.getBody().readByteArray()));
        for (String name : request.getHeaders().names()) {
            if (!name.startsWith(":") && !OF_THE_TRANSPORT.contains(name)) {
                other.header(name, String.valueOf(request.getHeader(name)));
            }
        }
        return other.build();
    }

    /** Without what HTTP/2 forbids, such as {@code Transfer-Encoding}, which newer JDKs refuse (RFC 9113, 8.2.2). */
    private static MockResponse response(HttpResponse<byte[]> answer) {
        return new MockResponse()
                .setResponseCode(answer.statusCode())
                .setHeader(
                        "content-type",
                        answer.headers().firstValue("content-type").orElse(""))
                .setBody(new Buffer().write(answer.body()));
    }

    /** The application, which is to call its models by way of this relay. */
    Application before(Application application) {
        String url = "https://127.0.0.1:" + server.getPort();
        return application
                .variable("OPENAI_BASE_URL", url + "/v1")
                .variable("ANTHROPIC_BASE_URL", url)
                .property("javax.net.ssl.trustStore", keys.toString())
                .property("javax.net.ssl.trustStorePassword", PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
