// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over a connection, seen from a socket. */
class ConnectionTest {

    private static final String BODY = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String HEAD = "POST /v1/chat/completions HTTP/1.1\r\nZ-Last: 1\r\nauthorization: Bearer k\r\n"
            + "A-First: 2\r\nContent-Length: " + BODY.length() + "\r\n";

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    /** Sends these bytes and reads until the simulator closes the connection. */
    private String talk(String wire) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.getOutputStream().write(wire.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void recordsTheVeryBytesThatCame() throws IOException {
        String head = HEAD + "Connection: close\r\n\r\n";

        talk(head + BODY);

        Received request = simulator.received().get(0);
        assertThat(new String(request.head(), StandardCharsets.ISO_8859_1)).isEqualTo(head);
        assertThat(request.bodyText()).isEqualTo(BODY);
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        String answers = talk(HEAD + "\r\n" + BODY + HEAD + "Connection: close\r\n\r\n" + BODY);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
        assertThat(simulator.received()).hasSize(2);
    }

    @Test
    void closesAfterAnAnswerToHttp10() throws IOException {
        assertThat(talk((HEAD + "\r\n" + BODY).replace("HTTP/1.1", "HTTP/1.0"))).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void sendsAStreamInChunksUpToTheEmptyOne() throws IOException {
        String body = BODY.replace("\"messages\"", "\"stream\":true,\"messages\"");
        String head = HEAD.replace("" + BODY.length(), "" + body.length()) + "Connection: close\r\n\r\n";

        String answer = talk(head + body);

        assertThat(answer).contains("transfer-encoding: chunked").contains("e\r\ndata: [DONE]\n\n\r\n");
        assertThat(answer).endsWith("\r\n0\r\n\r\n");
    }

    @Test
    void leavesAClientAloneThatSpeaksNoHttp() throws IOException {
        assertThat(talk("hello\r\n\r\n")).isEmpty();
        assertThat(simulator.received()).isEmpty();
    }
}
