// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as they stand on the wire. */
class RequestReaderTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RequestReader reader(String wire) {
        ByteArrayInputStream in = new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1));
        return new RequestReader(in, out, InstantSource.system());
    }

    @Test
    void keepsTheHeadByteForByte() throws IOException {
        String head = "POST /a?b=c HTTP/1.1\r\nX-Second:  two \r\nHost: h\r\nx-SECOND: 2\r\n\r\n";

        Received request = reader(head).next().orElseThrow();

        assertThat(new String(request.head(), StandardCharsets.ISO_8859_1)).isEqualTo(head);
        assertThat(request.headers())
                .containsExactly(new Header("X-Second", "two"), new Header("Host", "h"), new Header("x-SECOND", "2"));
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/a?b=c");
        assertThat(request.path()).isEqualTo("/a");
    }

    @Test
    void readsABodyByItsLengthAndThenTheNextRequest() throws IOException {
        RequestReader reader =
                reader("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(reader.next().orElseThrow().bodyText()).isEqualTo("abc");
        assertThat(reader.next().orElseThrow().path()).isEqualTo("/b");
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void joinsTheChunksOfAChunkedBody() throws IOException {
        String wire = String.join(
                "\r\n",
                "POST /a HTTP/1.1",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "abc",
                "A;x=y",
                "0123456789",
                "0",
                "Trailer: t",
                "",
                "GET /b HTTP/1.1",
                "",
                "");
        RequestReader reader = reader(wire);

        assertThat(reader.next().orElseThrow().bodyText()).isEqualTo("abc0123456789");
        assertThat(reader.next().orElseThrow().path()).isEqualTo("/b");
    }

    @Test
    void tellsAWaitingClientToGoOn() throws IOException {
        reader("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx")
                .next();

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "POST /a HTTP/1.1\r\nno colon\r\n\r\n",
                "POST /a HTTP/1.1\r\nContent-Length: many\r\n\r\n",
                "POST /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST /a HTTP/1.1\r\nContent-Length: 2000000000\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String wire) {
        assertThatThrownBy(() -> reader(wire).next()).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1\r\nHost",
                "POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc",
                "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"
            })
    void noticesAClientThatLeavesHalfway(String wire) {
        assertThatThrownBy(() -> reader(wire).next()).isInstanceOf(EOFException.class);
    }
}
