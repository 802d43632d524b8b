// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.Protocol;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** How prompts travel, and a server that takes them in. */
enum Wire {
    HTTP_1("HTTP/1.1") {
        @Override
        void prepare(MockWebServer server) {
            server.setProtocols(List.of(Protocol.HTTP_1_1));
        }
    },
    HTTP_2("HTTP/2 over TLS") {
        @Override
        void prepare(MockWebServer server) {
            HeldCertificate own = new HeldCertificate.Builder()
                    .addSubjectAlternativeName("localhost")
                    .build();
            HandshakeCertificates shown =
                    new HandshakeCertificates.Builder().heldCertificate(own).build();
            server.useHttps(shown.sslSocketFactory(), false);
        }
    };

    private final String words;

    Wire(String words) {
        this.words = words;
    }

    abstract void prepare(MockWebServer server);

    /** A server on a free port of this machine that answers each prompt when it has all of it. */
    MockWebServer serve() {
        MockWebServer server = new MockWebServer();
        prepare(server);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse()
                        .setHeader("Content-Type", "application/json")
                        .setBody("{}");
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    @Override
    public String toString() {
        return words;
    }
}
