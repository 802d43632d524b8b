// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.instrumentation.spring.SpringWeb;
import dev.parsimony.instrumentation.spring.http.Messages;
import dev.parsimony.instrumentation.spring.http.Provider;
import dev.parsimony.testkit.Script;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Bodies that are not surely small and JSON, or that fail. */
class WebBodiesTest {
    private static final String SENT = "/v1/chat application/json  ";

    private final Script script = new Script(new SpringWeb(), "/v1/");
    private final WebSeam seam = new WebSeam(script.joint());
    private final AtomicInteger written = new AtomicInteger();
    private final Provider provider;

    WebBodiesTest() throws IOException {
        provider = new Provider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    /** As the advice has it. */
    private ClientHttpRequestFactory woven() {
        ClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        return (uri, method) -> seam.created(factory, factory.createRequest(uri, method));
    }

    private RestClient.RequestBodySpec post() {
        return RestClient.builder().requestFactory(woven()).build().post().uri(provider.url() + "/v1/chat");
    }

    private ClientHttpRequest json(Body body) throws IOException {
        ClientHttpRequest request = woven().createRequest(URI.create(provider.url() + "/v1/chat"), HttpMethod.POST);
        request.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        ((StreamingHttpOutputMessage) request).setBody(body);
        return request;
    }

    /** A body that can be written again, and counts how often it is. */
    private Body repeatable(Body body) {
        return new Body() {
            @Override
            public void writeTo(OutputStream output) throws IOException {
                written.incrementAndGet();
                body.writeTo(output);
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void leavesJsonAloneThatCanBeReadOnce() {
        InputStreamResource once = new InputStreamResource(stream("{\"model\":\"m\"}"));

        post().contentType(MediaType.APPLICATION_JSON).body(once).retrieve().toBodilessEntity();

        assertThat(provider.received()).containsExactly(SENT + "{\"model\":\"m\"}");
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void seesJsonThatCanBeWrittenOnceAndSaysHowLongItIs() throws IOException {
        script.thenAsWritten();
        ClientHttpRequest request = json(output -> stream("{}").transferTo(output));
        request.getHeaders().setContentLength(2);

        request.execute().close();

        assertThat(script.seen()).first().isEqualTo("call /v1/chat {}");
        assertThat(provider.received()).containsExactly(SENT + "{}");
    }

    @Test
    void seesJsonBelowAnInterceptor() {
        script.thenAsWritten();

        RestClient.builder()
                .requestFactory(woven())
                .requestInterceptor((request, body, execution) -> execution.execute(request, body))
                .build()
                .post()
                .uri(provider.url() + "/v1/chat")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .retrieve()
                .toBodilessEntity();

        assertThat(script.seen()).first().isEqualTo("call /v1/chat {}");
    }

    @Test
    void writesAtOnceWhatDoesNotSayThatItIsJson() {
        InputStream upload = stream("an upload");

        post().body(upload::transferTo).retrieve().toBodilessEntity();

        assertThat(provider.received()).first().asString().endsWith(" an upload");
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void leavesABodyAloneThatDoesNotSayThatItIsJson() throws IOException {
        ClientHttpRequest request =
                json(repeatable(output -> stream("an upload").transferTo(output)));
        request.getHeaders().setContentType(MediaType.APPLICATION_OCTET_STREAM);

        request.execute().close();

        assertThat(written).hasValue(1);
        assertThat(provider.received()).containsExactly("/v1/chat application/octet-stream  an upload");
    }

    @Test
    void leavesJsonAboveTheLimitAlone() throws IOException {
        byte[] piece = new byte[Messages.LARGEST / 2 + 1];
        ClientHttpRequest request = json(repeatable(output -> {
            output.write(piece);
            output.write(piece);
        }));

        request.execute().close();

        assertThat(provider.received().get(0)).hasSize(SENT.length() + 2 * piece.length);
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void writesAboveTheLimitAgainEvenWhereItsWriterDoesNotMind() throws IOException {
        byte[] piece = new byte[Messages.LARGEST];
        ClientHttpRequest request = json(repeatable(output -> {
            output.write(piece);
            try {
                output.write('.');
            } catch (IOException full) {
                // goes on as if nothing had happened
            }
        }));

        request.execute().close();

        assertThat(provider.received().get(0)).hasSize(SENT.length() + piece.length + 1);
    }

    @Test
    void failsInTheMidstOfABodyWithTheVeryExceptionOfTheApplication() throws IOException {
        IllegalStateException failure = new IllegalStateException("broken");
        ClientHttpRequest request = json(repeatable(output -> {
            output.write('{');
            throw failure;
        }));

        assertThatThrownBy(request::execute).isSameAs(failure);
        assertThat(written).hasValue(1);
        assertThat(script.seen()).isEmpty();
    }

    @Test
    void doesNotSendTheRestOfABodyThatFailed() throws IOException {
        InputStream once = stream("{\"model\":\"m\"}");
        IOException failure = new IOException("reset");
        ClientHttpRequest request = json(output -> {
            output.write(once.readNBytes(5));
            throw failure;
        });
        request.getHeaders().setContentLength(13);

        assertThatThrownBy(request::execute).isSameAs(failure);
        assertThat(once.available()).isEqualTo(8);
    }
}
